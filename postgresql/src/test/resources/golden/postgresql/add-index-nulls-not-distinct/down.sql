-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
DROP INDEX public.ix_contents_team;
