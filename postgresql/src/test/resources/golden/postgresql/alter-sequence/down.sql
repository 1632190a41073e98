-- SHARE ROW EXCLUSIVE lock on the sequence public.numbers, for a moment
ALTER SEQUENCE public.numbers AS integer INCREMENT BY 1 CACHE 1 NO CYCLE;
