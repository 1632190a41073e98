-- ACCESS EXCLUSIVE lock on public.contents while every row and index is written again
-- rewrite: writes every row of public.contents and the indexes of size again; readers and writers wait
-- data dependent: fails when a value of public.contents.size cannot be turned into integer
-- data loss: the values of public.contents.size lose leading zeros and signs
ALTER TABLE public.contents
    ALTER COLUMN size DROP DEFAULT,
    ALTER COLUMN size TYPE integer USING size::integer,
    ALTER COLUMN size SET DEFAULT 7;
