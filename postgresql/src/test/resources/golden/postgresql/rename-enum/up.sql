-- changes the catalogue only; nobody waits
-- breaking: programs that know the type public.status no longer find it
ALTER TYPE public.status RENAME TO "Stage";
