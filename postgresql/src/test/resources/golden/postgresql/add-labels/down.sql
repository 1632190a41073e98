-- changes the catalogue only; nobody waits; public.status steps aside for its successor
-- breaking: programs that write DRAFT, SENT, READ, GONE, LOST to public.status fail
ALTER TYPE public.status RENAME TO status__before;

-- a new object; nobody waits
CREATE TYPE public.status AS ENUM ('NEW', 'OPEN', 'it''s done');

-- ACCESS EXCLUSIVE lock on public.contents while every row and index is written again
-- rewrite: writes every row of public.contents again; readers and writers wait
-- data dependent: fails when a row of public.contents holds DRAFT or SENT or READ or GONE or LOST
ALTER TABLE public.contents
    ALTER COLUMN status DROP DEFAULT,
    ALTER COLUMN status TYPE public.status USING status::text::public.status,
    ALTER COLUMN status SET DEFAULT 'NEW';

-- changes the catalogue only; nobody waits
DROP TYPE public.status__before;
