-- changes the catalogue only; nobody waits
-- outside of a transaction
ALTER TYPE public.status ADD VALUE IF NOT EXISTS 'OPEN' AFTER 'NEW';

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ALTER COLUMN status SET DEFAULT 'OPEN';
