-- ACCESS EXCLUSIVE lock on public.contents while every row and index is written again
-- rewrite: writes every row of public.contents and the indexes of size again; readers and writers wait
ALTER TABLE public.contents
    ALTER COLUMN size DROP DEFAULT,
    ALTER COLUMN size TYPE text,
    ALTER COLUMN size SET DEFAULT '7';
