-- changes the catalogue only; nobody waits
-- outside of a transaction
ALTER TYPE public.status ADD VALUE IF NOT EXISTS 'OPEN' AFTER 'NEW';
