CREATE TABLE public.contents (
    id integer NOT NULL,
    "Bytes" integer,
    twice integer GENERATED ALWAYS AS ("Bytes" * 2) STORED,
    CONSTRAINT contents_size_check CHECK ("Bytes" > 0)
);
CREATE INDEX ix_contents_size ON public.contents ("Bytes");
