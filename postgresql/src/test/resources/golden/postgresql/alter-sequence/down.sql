-- SHARE ROW EXCLUSIVE lock on the sequence public.numbers, for a moment
-- data dependent: fails when the sequence public.numbers stands beyond the range of integer
ALTER SEQUENCE public.numbers AS integer INCREMENT BY 1 CACHE 1 NO CYCLE;
