-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ALTER COLUMN number SET GENERATED ALWAYS SET INCREMENT BY 10 SET MINVALUE 100 SET START WITH 100 SET CYCLE RESTART;

-- moves the sequence beyond the largest value of number; reads public.contents
SELECT setval(pg_get_serial_sequence('public.contents', 'number'), coalesce(max(number), 100), max(number) IS NOT NULL)
FROM public.contents
WHERE number >= 100;
