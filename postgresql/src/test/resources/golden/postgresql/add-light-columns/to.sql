CREATE TABLE public.contents (
    id integer NOT NULL,
    note text,
    size integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now(),
    tags text[] DEFAULT '{}',
    local_time timestamp without time zone DEFAULT (now() AT TIME ZONE 'UTC'::text)
);
COMMENT ON COLUMN public.contents.note IS 'for people';
