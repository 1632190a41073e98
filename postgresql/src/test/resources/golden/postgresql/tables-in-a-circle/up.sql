-- a new table; nobody waits
CREATE TABLE public.contents (
    id integer NOT NULL,
    author integer,
    CONSTRAINT contents_pkey PRIMARY KEY (id)
);

-- a new table; nobody waits
CREATE TABLE public.users (
    id integer NOT NULL,
    best integer,
    CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- SHARE ROW EXCLUSIVE locks on public.contents and public.users: writers of both wait while every row of public.contents is read
-- data dependent: fails when public.contents.author holds what public.users.id does not
-- blocking: writers of public.contents and public.users wait while the rows of public.contents are read
ALTER TABLE public.contents ADD CONSTRAINT contents_author_fkey FOREIGN KEY (author) REFERENCES public.users (id);

-- SHARE ROW EXCLUSIVE locks on public.users and public.contents: writers of both wait while every row of public.users is read
-- data dependent: fails when public.users.best holds what public.contents.id does not
-- blocking: writers of public.users and public.contents wait while the rows of public.users are read
ALTER TABLE public.users ADD CONSTRAINT users_best_fkey FOREIGN KEY (best) REFERENCES public.contents (id);
