-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- data dependent: fails when public.contents has rows: owner has no value for them
-- breaking: inserts into public.contents that do not give owner fail
ALTER TABLE public.contents ADD COLUMN owner text NOT NULL;
