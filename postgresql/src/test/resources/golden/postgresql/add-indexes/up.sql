-- SHARE lock on public.contents: writers wait while the index is built
-- blocking: writers of public.contents wait while the index ix_contents_at is built
-- data dependent: fails when two rows of public.contents share a key of ix_contents_at
CREATE UNIQUE INDEX ix_contents_at ON public.contents (at DESC NULLS LAST, id) INCLUDE (team) WITH (fillfactor = 70) WHERE (team IS NOT NULL);

-- SHARE UPDATE EXCLUSIVE lock on public.contents, for a moment; readers and writers go on
COMMENT ON INDEX public.ix_contents_at IS 'by time';

-- SHARE lock on public.contents: writers wait while the index is built
-- blocking: writers of public.contents wait while the index ix_contents_city is built
CREATE INDEX ix_contents_city ON public.contents (lower(city) COLLATE "C" text_pattern_ops);

-- SHARE lock on public.contents: writers wait while the index is built
-- blocking: writers of public.contents wait while the index ix_contents_tags is built
CREATE INDEX ix_contents_tags ON public.contents USING gin (tags) WITH (fastupdate = off);

-- SHARE lock on public.contents: writers wait while the index is built
-- blocking: writers of public.contents wait while the index ix_contents_team is built
CREATE INDEX ix_contents_team ON public.contents USING hash (team);

-- SHARE lock on public.contents: writers wait while the index is built
-- blocking: writers of public.contents wait while the index ix_contents_words is built
CREATE INDEX ix_contents_words ON public.contents USING gist (words tsvector_ops (siglen = 64));
