-- Take back: Initial schema

-- ACCESS EXCLUSIVE lock on public.verification_token, for a moment; no rewrite
-- data loss: the rows of public.verification_token are gone
DROP TABLE public.verification_token;

-- ACCESS EXCLUSIVE lock on public.user_teams, for a moment; no rewrite
-- data loss: the rows of public.user_teams are gone
DROP TABLE public.user_teams;

-- ACCESS EXCLUSIVE lock on public.sessions, for a moment; no rewrite
-- data loss: the rows of public.sessions are gone
DROP TABLE public.sessions;

-- ACCESS EXCLUSIVE lock on public.feature_toggles, for a moment; no rewrite
-- data loss: the rows of public.feature_toggles are gone
DROP TABLE public.feature_toggles;

-- ACCESS EXCLUSIVE lock on public.content_sources, for a moment; no rewrite
-- data loss: the rows of public.content_sources are gone
DROP TABLE public.content_sources;

-- ACCESS EXCLUSIVE lock on public.content_set_items, for a moment; no rewrite
-- data loss: the rows of public.content_set_items are gone
DROP TABLE public.content_set_items;

-- ACCESS EXCLUSIVE lock on public.content_sets, for a moment; no rewrite
-- data loss: the rows of public.content_sets are gone
DROP TABLE public.content_sets;

-- ACCESS EXCLUSIVE lock on public.content_reports, for a moment; no rewrite
-- data loss: the rows of public.content_reports are gone
DROP TABLE public.content_reports;

-- ACCESS EXCLUSIVE lock on public.content_events, for a moment; no rewrite
-- data loss: the rows of public.content_events are gone
DROP TABLE public.content_events;

-- ACCESS EXCLUSIVE lock on public.content_embeddings, for a moment; no rewrite
-- data loss: the rows of public.content_embeddings are gone
DROP TABLE public.content_embeddings;

-- ACCESS EXCLUSIVE lock on public.content_authors, for a moment; no rewrite
-- data loss: the rows of public.content_authors are gone
DROP TABLE public.content_authors;

-- ACCESS EXCLUSIVE lock on public.annotation_sources_link, for a moment; no rewrite
-- data loss: the rows of public.annotation_sources_link are gone
DROP TABLE public.annotation_sources_link;

-- ACCESS EXCLUSIVE lock on public.annotation_sources, for a moment; no rewrite
-- data loss: the rows of public.annotation_sources are gone
DROP TABLE public.annotation_sources;

-- ACCESS EXCLUSIVE lock on public.annotation_reports, for a moment; no rewrite
-- data loss: the rows of public.annotation_reports are gone
DROP TABLE public.annotation_reports;

-- ACCESS EXCLUSIVE lock on public.annotation_ratings, for a moment; no rewrite
-- data loss: the rows of public.annotation_ratings are gone
DROP TABLE public.annotation_ratings;

-- ACCESS EXCLUSIVE lock on public.annotation_embeddings, for a moment; no rewrite
-- data loss: the rows of public.annotation_embeddings are gone
DROP TABLE public.annotation_embeddings;

-- ACCESS EXCLUSIVE lock on public.embedding_engines, for a moment; no rewrite
-- data loss: the rows of public.embedding_engines are gone
DROP TABLE public.embedding_engines;

-- ACCESS EXCLUSIVE lock on public.annotations, for a moment; no rewrite
-- data loss: the rows of public.annotations are gone
DROP TABLE public.annotations;

-- ACCESS EXCLUSIVE lock on public.contents, for a moment; no rewrite
-- data loss: the rows of public.contents are gone
DROP TABLE public.contents;

-- ACCESS EXCLUSIVE lock on public.users, for a moment; no rewrite
-- data loss: the rows of public.users are gone
DROP TABLE public.users;

-- ACCESS EXCLUSIVE lock on public.teams, for a moment; no rewrite
-- data loss: the rows of public.teams are gone
DROP TABLE public.teams;

-- ACCESS EXCLUSIVE lock on public.accounts, for a moment; no rewrite
-- data loss: the rows of public.accounts are gone
DROP TABLE public.accounts;

-- changes the catalogue only; nobody waits
DROP TYPE public.usertype;

-- changes the catalogue only; nobody waits
DROP TYPE public.reportstatus;

-- changes the catalogue only; nobody waits
DROP TYPE public.embeddingenginetype;

-- changes the catalogue only; nobody waits
DROP TYPE public.contenttype;

-- changes the catalogue only; nobody waits
DROP TYPE public.contentstatus;

-- changes the catalogue only; nobody waits
DROP TYPE public.contentsourcetype;

-- changes the catalogue only; nobody waits
DROP EXTENSION vector;
