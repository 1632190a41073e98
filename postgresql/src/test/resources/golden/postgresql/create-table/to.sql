CREATE TABLE public.contents (
    id serial,
    hash character varying(64) NOT NULL,
    size bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now(),
    url text[],
    kilobytes bigint GENERATED ALWAYS AS (size / 1024) STORED,
    CONSTRAINT contents_pkey PRIMARY KEY (id),
    CONSTRAINT contents_hash_key UNIQUE (hash),
    CONSTRAINT contents_size_check CHECK (size >= 0)
)
WITH (fillfactor = 90, toast.autovacuum_enabled = false);
COMMENT ON TABLE public.contents IS 'one piece of content';
COMMENT ON COLUMN public.contents.hash IS 'what it''s known by';
CREATE INDEX ix_contents_created_at ON public.contents (created_at);
