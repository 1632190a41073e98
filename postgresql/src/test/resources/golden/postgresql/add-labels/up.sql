-- changes the catalogue only; nobody waits
-- outside of a transaction
ALTER TYPE public.status ADD VALUE IF NOT EXISTS 'DRAFT' BEFORE 'NEW';

-- changes the catalogue only; nobody waits
-- outside of a transaction
ALTER TYPE public.status ADD VALUE IF NOT EXISTS 'SENT' AFTER 'DRAFT';

-- changes the catalogue only; nobody waits
-- outside of a transaction
ALTER TYPE public.status ADD VALUE IF NOT EXISTS 'READ' AFTER 'NEW';

-- changes the catalogue only; nobody waits
-- outside of a transaction
ALTER TYPE public.status ADD VALUE IF NOT EXISTS 'GONE';

-- changes the catalogue only; nobody waits
-- outside of a transaction
ALTER TYPE public.status ADD VALUE IF NOT EXISTS 'LOST';
