-- changes the catalogue only; nobody waits; public.status steps aside for its successor
-- breaking: programs that write OPEN to public.status fail
ALTER TYPE public.status RENAME TO status__before;

-- a new object; nobody waits
CREATE TYPE public.status AS ENUM ('NEW', 'it''s done');

-- changes the catalogue only; nobody waits
DROP TYPE public.status__before;
