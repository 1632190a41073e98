-- SHARE ROW EXCLUSIVE lock on the sequence public.contents_number_seq, for a moment
-- data dependent: fails when the sequence public.contents_number_seq stands beyond the range of integer
ALTER SEQUENCE public.contents_number_seq AS integer;

-- ACCESS EXCLUSIVE lock on public.contents while every row and index is written again
-- rewrite: writes every row of public.contents and the indexes of number again; readers and writers wait
-- data dependent: fails when a value of public.contents.number is out of the range of integer
ALTER TABLE public.contents ALTER COLUMN number TYPE integer;
