-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ALTER COLUMN "Number" DROP IDENTITY;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ALTER COLUMN "Number" DROP NOT NULL;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ALTER COLUMN "Number" SET DEFAULT 5;
