CREATE TABLE public.contents (
    name text
)
WITH (fillfactor = 70);
COMMENT ON TABLE public.contents IS 'not full';
