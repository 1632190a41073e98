-- SHARE ROW EXCLUSIVE lock on the sequence public.numbers, for a moment
ALTER SEQUENCE public.numbers SET SCHEMA audit;

-- SHARE ROW EXCLUSIVE lock on the sequence public.numbers, for a moment
ALTER SEQUENCE audit.numbers RENAME TO "Counts";
