-- ACCESS EXCLUSIVE lock on public.contents while every row and index is written again
-- rewrite: writes every row of public.contents and the indexes of name again; readers and writers wait
-- data dependent: fails when a value of public.contents.name does not fit character varying(20)
-- data loss: the values of public.contents.name lose spaces at the end that do not fit character varying(20)
ALTER TABLE public.contents ALTER COLUMN name TYPE character varying(20);
