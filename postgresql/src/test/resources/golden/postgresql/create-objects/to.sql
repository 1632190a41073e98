CREATE EXTENSION IF NOT EXISTS citext;
CREATE SCHEMA audit;
COMMENT ON SCHEMA audit IS 'who did what';
CREATE EXTENSION IF NOT EXISTS hstore SCHEMA audit;
COMMENT ON EXTENSION hstore IS 'pairs';
CREATE TYPE audit."Kind" AS ENUM ('a', 'b');
COMMENT ON TYPE audit."Kind" IS 'either';
CREATE SEQUENCE public.numbers AS integer START WITH 5 CYCLE;
COMMENT ON SEQUENCE public.numbers IS 'counts';
CREATE TABLE public.contents (
    number integer,
    kind audit."Kind",
    name citext
);
ALTER SEQUENCE public.numbers OWNED BY public.contents.number;
