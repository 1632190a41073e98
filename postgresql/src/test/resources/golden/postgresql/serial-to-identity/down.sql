-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ALTER COLUMN number DROP IDENTITY;

-- a new object; nobody waits
CREATE SEQUENCE public.contents_number_seq AS integer;

-- SHARE ROW EXCLUSIVE lock on the sequence public.contents_number_seq, for a moment
ALTER SEQUENCE public.contents_number_seq OWNED BY public.contents.number;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ALTER COLUMN number SET DEFAULT nextval('public.contents_number_seq'::regclass);

-- moves the sequence beyond the largest value of number; reads public.contents
SELECT setval('public.contents_number_seq', coalesce(max(number), 1), max(number) IS NOT NULL)
FROM public.contents
WHERE number >= 1;
