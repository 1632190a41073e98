-- a new object; nobody waits
CREATE EXTENSION IF NOT EXISTS citext;

-- a new object; nobody waits
CREATE SCHEMA audit;

-- changes the catalogue only; nobody waits
COMMENT ON SCHEMA audit IS 'who did what';

-- a new object; nobody waits
CREATE EXTENSION IF NOT EXISTS hstore SCHEMA audit;

-- changes the catalogue only; nobody waits
COMMENT ON EXTENSION hstore IS 'pairs';

-- a new object; nobody waits
CREATE TYPE audit."Kind" AS ENUM ('a', 'b');

-- changes the catalogue only; nobody waits
COMMENT ON TYPE audit."Kind" IS 'either';

-- a new object; nobody waits
CREATE SEQUENCE public.numbers AS integer START WITH 5 CYCLE;

-- changes the catalogue only; nobody waits
COMMENT ON SEQUENCE public.numbers IS 'counts';

-- a new table; nobody waits
CREATE TABLE public.contents (
    number integer,
    kind audit."Kind",
    name citext
);

-- SHARE ROW EXCLUSIVE lock on the sequence public.numbers, for a moment
ALTER SEQUENCE public.numbers OWNED BY public.contents.number;
