-- changes the catalogue only; nobody waits
-- breaking: programs that know the type public.Stage no longer find it
ALTER TYPE public."Stage" RENAME TO status;
