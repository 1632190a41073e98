-- ACCESS EXCLUSIVE lock on public.contents while every row and index is written again
-- rewrite: writes every row of public.contents and the indexes of at again; readers and writers wait
-- data dependent: fails when a value of public.contents.at cannot be turned into timestamp without time zone
ALTER TABLE public.contents ALTER COLUMN at TYPE timestamp without time zone USING at AT TIME ZONE 'UTC';
