-- ACCESS EXCLUSIVE locks on public.contents and public.users, for a moment; no rewrite
ALTER TABLE public.contents DROP CONSTRAINT contents_status_fkey;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
DROP INDEX public.ix_contents_is_new;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
DROP INDEX public.ix_contents_open;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents DROP CONSTRAINT contents_status_check;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents DROP COLUMN is_new;

-- changes the catalogue only; nobody waits; public.status steps aside for its successor
ALTER TYPE public.status RENAME TO status__before;

-- a new object; nobody waits
CREATE TYPE public.status AS ENUM ('NEW', 'OPEN', 'it''s done');

-- changes the catalogue only; nobody waits
COMMENT ON TYPE public.status IS 'where it stands';

-- ACCESS EXCLUSIVE lock on public.contents while every row and index is written again
-- rewrite: writes every row of public.contents again; readers and writers wait
ALTER TABLE public.contents
    ALTER COLUMN status DROP DEFAULT,
    ALTER COLUMN status TYPE public.status USING status::text::public.status,
    ALTER COLUMN status SET DEFAULT 'NEW',
    ALTER COLUMN history DROP DEFAULT,
    ALTER COLUMN history TYPE public.status[] USING history::text[]::public.status[],
    ALTER COLUMN history SET DEFAULT '{NEW}';

-- ACCESS EXCLUSIVE lock on public.users while every row and index is written again
-- rewrite: writes every row of public.users again; readers and writers wait
ALTER TABLE public.users ALTER COLUMN status TYPE public.status USING status::text::public.status;

-- changes the catalogue only; nobody waits
DROP TYPE public.status__before;

-- ACCESS EXCLUSIVE lock on public.contents while every row and index is written again
-- rewrite: writes every row of public.contents again to compute is_new
ALTER TABLE public.contents ADD COLUMN is_new boolean GENERATED ALWAYS AS (status = 'NEW'::public.status) STORED;

-- ACCESS EXCLUSIVE lock on public.contents while every row is read; no rewrite
-- data dependent: fails when a row of public.contents makes contents_status_check false
-- blocking: readers and writers of public.contents wait while its rows are read
ALTER TABLE public.contents ADD CONSTRAINT contents_status_check CHECK ((status <> 'NEW'::public.status) OR (history IS NOT NULL));

-- SHARE lock on public.contents: writers wait while the index is built
-- blocking: writers of public.contents wait while the index ix_contents_open is built
CREATE INDEX ix_contents_open ON public.contents (status) WHERE (status = 'OPEN'::public.status);

-- SHARE lock on public.contents: writers wait while the index is built
-- blocking: writers of public.contents wait while the index ix_contents_is_new is built
CREATE INDEX ix_contents_is_new ON public.contents (is_new);

-- SHARE ROW EXCLUSIVE locks on public.contents and public.users: writers of both wait while every row of public.contents is read
-- data dependent: fails when public.contents.status holds what public.users.status does not
-- blocking: writers of public.contents and public.users wait while the rows of public.contents are read
ALTER TABLE public.contents ADD CONSTRAINT contents_status_fkey FOREIGN KEY (status) REFERENCES public.users (status);
