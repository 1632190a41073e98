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

-- part of a new table; nobody waits
ALTER TABLE public.contents ADD CONSTRAINT contents_author_fkey FOREIGN KEY (author) REFERENCES public.users (id);

-- part of a new table; nobody waits
ALTER TABLE public.users ADD CONSTRAINT users_best_fkey FOREIGN KEY (best) REFERENCES public.contents (id);
