-- ACCESS EXCLUSIVE lock on public.contents while every row and index is written again
-- rewrite: writes every row of public.contents and the indexes of number again; readers and writers wait
ALTER TABLE public.contents ALTER COLUMN number TYPE bigint;

-- SHARE ROW EXCLUSIVE lock on the sequence public.contents_number_seq, for a moment
ALTER SEQUENCE public.contents_number_seq AS bigint;
