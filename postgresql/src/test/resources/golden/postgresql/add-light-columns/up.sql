-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ADD COLUMN note text;

-- SHARE UPDATE EXCLUSIVE lock on public.contents, for a moment; readers and writers go on
COMMENT ON COLUMN public.contents.note IS 'for people';

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ADD COLUMN size integer DEFAULT 0 NOT NULL;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ADD COLUMN created_at timestamp with time zone DEFAULT now();

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ADD COLUMN tags text[] DEFAULT '{}';

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ADD COLUMN local_time timestamp without time zone DEFAULT (now() AT TIME ZONE 'UTC'::text);
