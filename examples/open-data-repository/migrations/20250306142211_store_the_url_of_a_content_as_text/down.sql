-- Take back: Store the URL of a content as text

-- ACCESS EXCLUSIVE lock on public.contents while every row and index is written again
-- rewrite: writes every row of public.contents and the indexes of url again; readers and writers wait
-- data dependent: fails when a value of public.contents.url cannot be turned into bytea
ALTER TABLE public.contents ALTER COLUMN url TYPE bytea USING convert_to(url, 'UTF8');
