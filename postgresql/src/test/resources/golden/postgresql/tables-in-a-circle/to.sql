CREATE TABLE public.contents (
    id integer NOT NULL,
    author integer,
    CONSTRAINT contents_pkey PRIMARY KEY (id)
);
CREATE TABLE public.users (
    id integer NOT NULL,
    best integer,
    CONSTRAINT users_pkey PRIMARY KEY (id)
);
ALTER TABLE public.contents ADD CONSTRAINT contents_author_fkey FOREIGN KEY (author) REFERENCES public.users (id);
ALTER TABLE public.users ADD CONSTRAINT users_best_fkey FOREIGN KEY (best) REFERENCES public.contents (id);
