CREATE TABLE public.contents (
    id integer NOT NULL,
    name text
);
COMMENT ON COLUMN public.contents.name IS 'it''s a name';
