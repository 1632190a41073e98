-- An archive: tables in parts, tables that inherit, and what has no form of its own in Java.
CREATE SCHEMA old;
CREATE TABLE readings (
    sensor integer NOT NULL, at timestamptz NOT NULL, value numeric CHECK (value > -300), kind text DEFAULT 'C' NOT NULL,
    PRIMARY KEY (sensor, at, kind)
) PARTITION BY RANGE (at);
COMMENT ON TABLE readings IS 'a part a year';
CREATE INDEX readings_kind ON readings (kind, at DESC);
CREATE TABLE readings_2024 PARTITION OF readings FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2025-01-01 00:00+00');
CREATE TABLE readings_2025 PARTITION OF readings FOR VALUES FROM ('2025-01-01 00:00+00') TO ('2026-01-01 00:00+00')
    PARTITION BY LIST (kind);
CREATE TABLE readings_2025_c PARTITION OF readings_2025 FOR VALUES IN ('C', NULL);
CREATE TABLE readings_2025_rest PARTITION OF readings_2025 DEFAULT;
CREATE TABLE old.readings PARTITION OF readings FOR VALUES FROM (MINVALUE) TO ('2024-01-01 00:00+00') WITH (fillfactor = 90);
CREATE INDEX only_here ON readings_2024 (value) WHERE value > 40;
CREATE TABLE events (id bigint NOT NULL, kind text, payload jsonb) PARTITION BY HASH (id, lower(kind));
CREATE TABLE events_0 PARTITION OF events FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE events_1 PARTITION OF events FOR VALUES WITH (MODULUS 2, REMAINDER 1);

CREATE TABLE things (id serial PRIMARY KEY, name text NOT NULL, weight integer CONSTRAINT heavy CHECK (weight > 0));
CREATE TABLE boxes (wide integer, high integer DEFAULT 1, UNIQUE (wide, high)) INHERITS (things);
CREATE TABLE old.crates (wood text) INHERITS (boxes);

CREATE FOREIGN DATA WRAPPER nowhere;
CREATE SERVER elsewhere FOREIGN DATA WRAPPER nowhere OPTIONS (host 'example.org');
CREATE USER MAPPING FOR PUBLIC SERVER elsewhere OPTIONS (account 'nobody');
CREATE FOREIGN TABLE far_away (id integer NOT NULL, name text OPTIONS (column_name 'n')) SERVER elsewhere OPTIONS (table_name 'x');
CREATE TEXT SEARCH DICTIONARY short (TEMPLATE = simple, ACCEPT = false);
CREATE TEXT SEARCH CONFIGURATION plain (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION plain ALTER MAPPING FOR asciiword WITH short, simple;
CREATE FUNCTION same_ends(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT right($1, 1) = right($2, 1)';
CREATE OPERATOR =~= (LEFTARG = text, RIGHTARG = text, FUNCTION = same_ends, COMMUTATOR = =~=);
CREATE PUBLICATION everything FOR TABLE things, boxes WITH (publish = 'insert, update');
CREATE TYPE celsius AS (degrees numeric);
CREATE FUNCTION to_celsius(numeric) RETURNS celsius LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1)::celsius';
CREATE CAST (numeric AS celsius) WITH FUNCTION to_celsius(numeric) AS ASSIGNMENT;
COMMENT ON PUBLICATION everything IS 'for the warehouse';
