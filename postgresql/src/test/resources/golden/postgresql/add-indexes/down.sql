-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
DROP INDEX public.ix_contents_words;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
DROP INDEX public.ix_contents_team;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
DROP INDEX public.ix_contents_tags;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
DROP INDEX public.ix_contents_city;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
DROP INDEX public.ix_contents_at;
