CREATE SEQUENCE public.contents_id_seq AS integer START WITH 100 INCREMENT BY 5;
CREATE TABLE public.contents (
    id integer DEFAULT nextval('public.contents_id_seq'::regclass) NOT NULL
);
ALTER SEQUENCE public.contents_id_seq OWNED BY public.contents.id;
