-- ACCESS EXCLUSIVE lock on public.contents while every row and index is written again
-- rewrite: writes every row of public.contents again; readers and writers wait
ALTER TABLE public.contents SET UNLOGGED;
