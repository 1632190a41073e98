-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- data loss: the rows of public.contents are gone
DROP TABLE public.contents;

-- changes the catalogue only; nobody waits
-- data loss: where the sequence public.numbers stands is gone
DROP SEQUENCE IF EXISTS public.numbers;

-- changes the catalogue only; nobody waits
DROP TYPE audit."Kind";

-- changes the catalogue only; nobody waits
DROP EXTENSION hstore;

-- changes the catalogue only; nobody waits
DROP SCHEMA audit;

-- changes the catalogue only; nobody waits
DROP EXTENSION citext;
