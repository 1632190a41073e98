-- SHARE ROW EXCLUSIVE lock on the sequence public.numbers, for a moment
ALTER SEQUENCE public.numbers AS bigint INCREMENT BY 10 CACHE 20 CYCLE;
