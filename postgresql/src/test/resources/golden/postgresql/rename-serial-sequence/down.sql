-- SHARE ROW EXCLUSIVE lock on the sequence public.Numbers, for a moment
ALTER SEQUENCE public."Numbers" RENAME TO contents_number_seq;

-- SHARE ROW EXCLUSIVE lock on the sequence public.contents_number_seq, for a moment
ALTER SEQUENCE public.contents_number_seq CACHE 1;
