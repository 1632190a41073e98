-- a new table; nobody waits
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

-- SHARE UPDATE EXCLUSIVE lock on public.contents, for a moment; readers and writers go on
COMMENT ON TABLE public.contents IS 'one piece of content';

-- SHARE UPDATE EXCLUSIVE lock on public.contents, for a moment; readers and writers go on
COMMENT ON COLUMN public.contents.hash IS 'what it''s known by';

-- part of a new table; nobody waits
CREATE INDEX ix_contents_created_at ON public.contents (created_at);
