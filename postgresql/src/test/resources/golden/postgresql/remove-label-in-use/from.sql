CREATE TYPE public.status AS ENUM ('NEW', 'OPEN', 'it''s done');
COMMENT ON TYPE public.status IS 'where it stands';
CREATE TABLE public.contents (
    status public.status DEFAULT 'NEW' NOT NULL,
    history public.status[] DEFAULT '{NEW}',
    is_new boolean GENERATED ALWAYS AS (status = 'NEW'::public.status) STORED,
    CONSTRAINT contents_status_check CHECK ((status <> 'NEW'::public.status) OR (history IS NOT NULL))
);
CREATE TABLE public.users (
    status public.status NOT NULL,
    CONSTRAINT users_status_key UNIQUE (status)
);
CREATE INDEX ix_contents_is_new ON public.contents (is_new);
CREATE INDEX ix_contents_open ON public.contents (status) WHERE (status = 'OPEN'::public.status);
CREATE INDEX ix_contents_status ON public.contents (status);
ALTER TABLE public.contents ADD CONSTRAINT contents_status_fkey FOREIGN KEY (status) REFERENCES public.users (status);
