-- A clinic: who works and who is treated there, with everything that types and keys can be.
CREATE SCHEMA staff;
COMMENT ON SCHEMA staff IS 'people who are paid';
CREATE EXTENSION btree_gist;
CREATE EXTENSION pg_trgm WITH SCHEMA staff;
CREATE COLLATION folded (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TYPE severity AS ENUM ('low', 'High', 'very-high', '');
COMMENT ON TYPE severity IS 'how bad it is';
CREATE TYPE staff.degree AS ENUM ('nurse', 'doctor');
CREATE DOMAIN email AS text COLLATE "C" DEFAULT 'none@example.org' NOT NULL CONSTRAINT email_has_at CHECK (VALUE ~ '@');
COMMENT ON DOMAIN email IS 'where to write';
CREATE DOMAIN positive AS numeric(12, 2) CHECK (VALUE > 0) CHECK (VALUE < 1000000);
CREATE TYPE address AS (street text, number integer, zip varchar(10) COLLATE "C");
COMMENT ON COLUMN address.zip IS 'as the post has it';
CREATE TYPE dose_range AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE SEQUENCE case_numbers AS bigint START WITH 1000 INCREMENT BY 5 MINVALUE 10 MAXVALUE 900000 CACHE 3 CYCLE;
CREATE SEQUENCE staff.badges OWNED BY NONE;

CREATE TABLE staff.members (
    id integer GENERATED ALWAYS AS IDENTITY (START WITH 50 INCREMENT BY 2) PRIMARY KEY,
    badge bigint DEFAULT nextval('staff.badges') NOT NULL CONSTRAINT one_badge UNIQUE,
    mail email,
    degree staff.degree DEFAULT 'nurse'::staff.degree NOT NULL,
    boss_id integer REFERENCES staff.members ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    "fullName" text GENERATED ALWAYS AS (upper(first) || ' ' || upper(last)) STORED,
    first varchar(50) NOT NULL,
    last varchar(50) COLLATE "C" NOT NULL,
    lives address,
    wages positive[],
    active boolean DEFAULT true,
    CONSTRAINT names_differ CHECK (first <> last) NO INHERIT
);
COMMENT ON TABLE staff.members IS E'everybody who works here\nand is paid for it';
COMMENT ON COLUMN staff.members.badge IS 'on the coat: "№"';
COMMENT ON CONSTRAINT names_differ ON staff.members IS 'or somebody mistyped';
CREATE INDEX members_name_trgm ON staff.members USING gin (last staff.gin_trgm_ops, first staff.gin_trgm_ops);
CREATE UNIQUE INDEX one_active_mail ON staff.members (lower(mail::text)) WHERE active;
CREATE INDEX ON staff.members (last COLLATE "POSIX" text_pattern_ops DESC NULLS LAST) INCLUDE (first) WITH (fillfactor = 80);
COMMENT ON INDEX staff.one_active_mail IS 'who left may have had it';

CREATE UNLOGGED TABLE waiting (
    number integer NOT NULL,
    since timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    until timestamptz,
    how severity DEFAULT 'very-high',
    note text
);
ALTER TABLE waiting ALTER COLUMN note SET STORAGE EXTERNAL, ALTER COLUMN how SET STATISTICS 500;

CREATE TABLE rooms (
    building char(2) NOT NULL,
    number smallint NOT NULL,
    doors bit(4) DEFAULT B'0110',
    free tstzrange DEFAULT tstzrange(now(), NULL),
    map json, facts jsonb DEFAULT '{"beds": 2, "tags": ["a", "it''s"]}'::jsonb NOT NULL,
    plan xml, sign bytea DEFAULT '\x00ff', lan inet, mac macaddr, place point, words tsvector,
    price money, took interval DAY TO SECOND(2), starts time(0) DEFAULT '08:00', at time with time zone,
    key uuid DEFAULT gen_random_uuid(), scores real[], grid integer[][], half double precision DEFAULT -0.5,
    PRIMARY KEY (building, number)
);

CREATE TABLE bookings (
    id bigserial PRIMARY KEY,
    building char(2) NOT NULL,
    room smallint,
    during tstzrange NOT NULL,
    member_id integer NOT NULL REFERENCES staff.members (id) ON UPDATE CASCADE ON DELETE RESTRICT,
    badge bigint,
    dose dose_range,
    CONSTRAINT in_a_room FOREIGN KEY (building, room) REFERENCES rooms (building, number) MATCH FULL ON DELETE CASCADE,
    CONSTRAINT not_twice EXCLUDE USING gist (building WITH =, room WITH =, during WITH &&) WHERE (room > 0),
    UNIQUE (building, room, during) INCLUDE (member_id) DEFERRABLE
);
CREATE INDEX bookings_dose ON bookings USING gist (dose);
CREATE INDEX bookings_hash ON bookings USING hash (member_id);
CREATE INDEX bookings_brin ON bookings USING brin (id) WITH (pages_per_range = 32);
ALTER TABLE bookings ADD FOREIGN KEY (badge) REFERENCES staff.members (badge) NOT VALID;
ALTER TABLE bookings ADD CONSTRAINT later CHECK (upper(during) > lower(during)) NOT VALID;
ALTER TABLE bookings CLUSTER ON bookings_pkey;
ALTER TABLE bookings REPLICA IDENTITY FULL;
ALTER TABLE bookings SET (autovacuum_vacuum_scale_factor = 0.05, toast.autovacuum_enabled = false);
CREATE STATISTICS bookings_place (ndistinct, dependencies) ON building, room FROM bookings;
CREATE STATISTICS bookings_more ON (lower(during)), badge FROM bookings;
ALTER STATISTICS bookings_place SET STATISTICS 300;
COMMENT ON STATISTICS bookings_place IS 'rooms hang on buildings';
CREATE INDEX members_folded ON staff.members (first COLLATE folded, lower(last) COLLATE folded DESC);
