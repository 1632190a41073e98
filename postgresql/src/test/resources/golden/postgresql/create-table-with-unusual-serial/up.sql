-- a new object; nobody waits
CREATE SEQUENCE public.contents_id_seq AS integer START WITH 100 INCREMENT BY 5;

-- a new table; nobody waits
CREATE TABLE public.contents (
    id integer DEFAULT nextval('public.contents_id_seq'::regclass) NOT NULL
);

-- SHARE ROW EXCLUSIVE lock on the sequence public.contents_id_seq, for a moment
ALTER SEQUENCE public.contents_id_seq OWNED BY public.contents.id;
