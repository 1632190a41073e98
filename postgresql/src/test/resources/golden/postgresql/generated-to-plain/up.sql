-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ALTER COLUMN twice DROP EXPRESSION;
