CREATE TABLE public.contents (
    name text
)
WITH (autovacuum_enabled = false, fillfactor = 90);
