-- ACCESS EXCLUSIVE locks on public.users and public.contents, for a moment; no rewrite
ALTER TABLE public.users DROP CONSTRAINT users_best_fkey;

-- ACCESS EXCLUSIVE locks on public.contents and public.users, for a moment; no rewrite
ALTER TABLE public.contents DROP CONSTRAINT contents_author_fkey;

-- ACCESS EXCLUSIVE lock on public.users, for a moment; no rewrite
-- data loss: the rows of public.users are gone
DROP TABLE public.users;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- data loss: the rows of public.contents are gone
DROP TABLE public.contents;
