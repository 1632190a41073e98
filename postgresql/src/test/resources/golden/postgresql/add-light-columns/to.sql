CREATE TABLE public.contents (
    id integer NOT NULL,
    note text,
    size integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now(),
    tags text[] DEFAULT '{}',
    local_time timestamp without time zone DEFAULT (now() at time zone 'UTC'::text)
);
COMMENT ON COLUMN public.contents.note IS 'for people';
