-- changes the catalogue only; nobody waits
-- breaking: programs that know the label READ of public.status no longer find it
ALTER TYPE public.status RENAME VALUE 'READ' TO 'OPEN';
