-- steps aside for its successor, which goes on where it stands
ALTER SEQUENCE public.contents_number_seq RENAME TO contents_number_seq__before;

-- a new object; nobody waits
CREATE SEQUENCE public.contents_number_seq AS integer;

-- goes on where the sequence before stands, or beyond the values of number that are further
SELECT setval('public.contents_number_seq', coalesce(taken.value, former.last_value), former.is_called OR taken.value IS NOT NULL)
FROM public.contents_number_seq__before AS former,
    LATERAL (SELECT max(rows.number) AS value FROM public.contents AS rows WHERE rows.number <= 2147483647 AND rows.number >= former.last_value) AS taken;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ALTER COLUMN number DROP IDENTITY;

-- SHARE ROW EXCLUSIVE lock on the sequence public.contents_number_seq, for a moment
ALTER SEQUENCE public.contents_number_seq OWNED BY public.contents.number;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
ALTER TABLE public.contents ALTER COLUMN number SET DEFAULT nextval('public.contents_number_seq'::regclass);
