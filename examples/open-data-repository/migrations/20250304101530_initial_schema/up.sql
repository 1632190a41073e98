-- Initial schema

-- a new object; nobody waits
CREATE EXTENSION IF NOT EXISTS vector;

-- a new object; nobody waits
CREATE TYPE public.contentsourcetype AS ENUM ('URL', 'PATH', 'HUGGING_FACE');

-- a new object; nobody waits
CREATE TYPE public.contentstatus AS ENUM ('PENDING', 'AVAILABLE', 'UNAVAILABLE', 'DELISTED');

-- a new object; nobody waits
CREATE TYPE public.contenttype AS ENUM ('IMAGE', 'VIDEO', 'VOICE', 'MUSIC', 'TEXT');

-- a new object; nobody waits
CREATE TYPE public.embeddingenginetype AS ENUM ('IMAGE', 'VIDEO', 'VOICE', 'MUSIC', 'TEXT');

-- a new object; nobody waits
CREATE TYPE public.reportstatus AS ENUM ('PENDING', 'REVIEWED', 'RESOLVED');

-- a new object; nobody waits
CREATE TYPE public.usertype AS ENUM ('user', 'bot');

-- a new table; nobody waits
CREATE TABLE public.accounts (
    id serial,
    "userId" integer NOT NULL,
    type character varying(255) NOT NULL,
    provider character varying(255) NOT NULL,
    "providerAccountId" character varying(255) NOT NULL,
    refresh_token character varying,
    access_token character varying,
    expires_at bigint,
    id_token character varying,
    scope character varying,
    session_state character varying,
    token_type character varying,
    CONSTRAINT accounts_pkey PRIMARY KEY (id)
);

-- a new table; nobody waits
CREATE TABLE public.annotation_embeddings (
    id serial,
    annotation_id integer,
    embedding_engine_id integer,
    from_user_id integer,
    from_team_id integer,
    created_at timestamp with time zone DEFAULT now(),
    embedding vector(384),
    CONSTRAINT annotation_embeddings_pkey PRIMARY KEY (id),
    CONSTRAINT ic_annotation_embedding_engine UNIQUE (annotation_id, embedding_engine_id)
);

-- a new table; nobody waits
CREATE TABLE public.annotation_ratings (
    id serial,
    annotation_id integer NOT NULL,
    rating integer NOT NULL,
    reason character varying,
    rated_by_id integer,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT annotation_ratings_pkey PRIMARY KEY (id)
);

-- a new table; nobody waits
CREATE TABLE public.annotation_reports (
    id serial,
    annotation_id integer,
    type character varying NOT NULL,
    reported_by_id integer,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    description character varying,
    CONSTRAINT annotation_reports_pkey PRIMARY KEY (id)
);

-- a new table; nobody waits
CREATE TABLE public.annotation_sources (
    id serial,
    name character varying,
    ecosystem character varying,
    type character varying,
    annotation_schema json,
    license character varying,
    license_url character varying,
    added_by_id integer,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT annotation_sources_pkey PRIMARY KEY (id)
);

-- a new table; nobody waits
CREATE TABLE public.annotation_sources_link (
    annotation_id integer NOT NULL,
    annotation_source_id integer NOT NULL,
    CONSTRAINT annotation_sources_link_pkey PRIMARY KEY (annotation_id, annotation_source_id)
);

-- a new table; nobody waits
CREATE TABLE public.annotations (
    id serial,
    content_id integer NOT NULL,
    annotation json,
    manually_adjusted boolean,
    overall_rating double precision,
    from_user_id integer,
    from_team_id integer,
    created_at timestamp with time zone DEFAULT now(),
    updated_at timestamp with time zone,
    CONSTRAINT annotations_pkey PRIMARY KEY (id)
);

-- a new table; nobody waits
CREATE TABLE public.content_authors (
    id serial,
    name character varying,
    url character varying,
    content_id integer,
    created_at timestamp with time zone DEFAULT now(),
    updated_at timestamp with time zone,
    CONSTRAINT content_authors_pkey PRIMARY KEY (id)
);

-- a new table; nobody waits
CREATE TABLE public.content_embeddings (
    id serial,
    content_id integer,
    embedding_engine_id integer,
    from_user_id integer,
    from_team_id integer,
    created_at timestamp with time zone DEFAULT now(),
    embedding vector(512),
    CONSTRAINT content_embeddings_pkey PRIMARY KEY (id),
    CONSTRAINT ic_content_embedding_engine UNIQUE (content_id, embedding_engine_id)
);

-- a new table; nobody waits
CREATE TABLE public.content_events (
    id serial,
    content_id integer NOT NULL,
    status public.contentstatus NOT NULL,
    set_by integer NOT NULL,
    note character varying,
    created_at timestamp with time zone DEFAULT now(),
    updated_at timestamp with time zone,
    CONSTRAINT content_events_pkey PRIMARY KEY (id)
);

-- a new table; nobody waits
CREATE TABLE public.content_reports (
    id serial,
    content_id integer NOT NULL,
    reporter_id integer NOT NULL,
    reason character varying NOT NULL,
    description character varying,
    status public.reportstatus,
    created_at timestamp with time zone DEFAULT now(),
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT content_reports_pkey PRIMARY KEY (id)
);

-- a new table; nobody waits
CREATE TABLE public.content_set_items (
    content_set_id integer NOT NULL,
    content_id integer NOT NULL,
    added_at timestamp with time zone DEFAULT now(),
    CONSTRAINT content_set_items_pkey PRIMARY KEY (content_set_id, content_id)
);

-- a new table; nobody waits
CREATE TABLE public.content_sets (
    id serial,
    name character varying NOT NULL,
    description character varying,
    created_by_id integer NOT NULL,
    created_at timestamp with time zone DEFAULT now(),
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT content_sets_pkey PRIMARY KEY (id)
);

-- a new table; nobody waits
CREATE TABLE public.content_sources (
    id serial,
    content_id integer,
    type public.contentsourcetype,
    value character varying,
    source_metadata character varying,
    created_at timestamp with time zone DEFAULT now(),
    updated_at timestamp with time zone,
    CONSTRAINT content_sources_pkey PRIMARY KEY (id),
    CONSTRAINT content_sources_value_key UNIQUE (value)
);

-- a new table; nobody waits
CREATE TABLE public.contents (
    id serial,
    name character varying,
    type public.contenttype,
    hash character varying,
    phash character varying,
    width integer,
    height integer,
    format character varying,
    size integer,
    status public.contentstatus,
    license character varying,
    license_url character varying,
    flags integer,
    meta json,
    from_user_id integer,
    from_team_id integer,
    created_at timestamp with time zone DEFAULT now(),
    updated_at timestamp with time zone,
    url bytea,
    CONSTRAINT contents_pkey PRIMARY KEY (id)
);

-- a new table; nobody waits
CREATE TABLE public.embedding_engines (
    id serial,
    name character varying,
    description character varying,
    version character varying,
    created_at timestamp with time zone DEFAULT now(),
    updated_at timestamp with time zone NOT NULL,
    type public.embeddingenginetype,
    supported boolean,
    CONSTRAINT embedding_engines_pkey PRIMARY KEY (id),
    CONSTRAINT uq_embedding_engine_name UNIQUE (name)
);

-- a new table; nobody waits
CREATE TABLE public.feature_toggles (
    id serial,
    feature_name character varying(255) NOT NULL,
    is_enabled boolean NOT NULL,
    default_state boolean NOT NULL,
    CONSTRAINT feature_toggles_pkey PRIMARY KEY (id),
    CONSTRAINT feature_toggles_feature_name_key UNIQUE (feature_name)
);

-- a new table; nobody waits
CREATE TABLE public.sessions (
    "userId" integer NOT NULL,
    expires timestamp with time zone NOT NULL,
    "sessionToken" character varying(255) NOT NULL,
    id serial
);

-- a new table; nobody waits
CREATE TABLE public.teams (
    id serial,
    name character varying,
    created_at timestamp with time zone DEFAULT now(),
    updated_at timestamp with time zone DEFAULT now(),
    CONSTRAINT teams_pkey PRIMARY KEY (id),
    CONSTRAINT unique_team_name UNIQUE (name)
);

-- a new table; nobody waits
CREATE TABLE public.user_teams (
    user_id integer NOT NULL,
    team_id integer NOT NULL,
    role character varying,
    created_at timestamp with time zone DEFAULT now(),
    updated_at timestamp with time zone DEFAULT now(),
    CONSTRAINT user_teams_pkey PRIMARY KEY (user_id, team_id)
);

-- a new table; nobody waits
CREATE TABLE public.users (
    id serial,
    email character varying,
    is_active boolean DEFAULT true NOT NULL,
    is_superuser boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now(),
    updated_at timestamp with time zone,
    dco_accepted boolean DEFAULT false NOT NULL,
    name character varying(255),
    "emailVerified" timestamp with time zone,
    image character varying(1024),
    CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- a new table; nobody waits
CREATE TABLE public.verification_token (
    identifier character varying NOT NULL,
    token character varying NOT NULL,
    expires timestamp with time zone NOT NULL,
    CONSTRAINT verification_token_pkey PRIMARY KEY (identifier, token)
);

-- part of a new table; nobody waits
CREATE INDEX ix_annotation_embeddings_id ON public.annotation_embeddings (id);

-- part of a new table; nobody waits
CREATE INDEX ix_annotation_ratings_id ON public.annotation_ratings (id);

-- part of a new table; nobody waits
CREATE INDEX ix_annotation_reports_id ON public.annotation_reports (id);

-- part of a new table; nobody waits
CREATE INDEX ix_annotation_sources_id ON public.annotation_sources (id);

-- part of a new table; nobody waits
CREATE INDEX ix_annotation_sources_name ON public.annotation_sources (name);

-- part of a new table; nobody waits
CREATE INDEX ix_annotations_id ON public.annotations (id);

-- part of a new table; nobody waits
CREATE INDEX ix_content_authors_id ON public.content_authors (id);

-- part of a new table; nobody waits
CREATE INDEX ix_content_embeddings_id ON public.content_embeddings (id);

-- part of a new table; nobody waits
CREATE INDEX ix_content_events_id ON public.content_events (id);

-- part of a new table; nobody waits
CREATE INDEX ix_content_reports_id ON public.content_reports (id);

-- part of a new table; nobody waits
CREATE INDEX ix_content_sets_id ON public.content_sets (id);

-- part of a new table; nobody waits
CREATE INDEX ix_content_sources_id ON public.content_sources (id);

-- part of a new table; nobody waits
CREATE INDEX ix_contents_hash ON public.contents (hash);

-- part of a new table; nobody waits
CREATE INDEX ix_contents_id ON public.contents (id);

-- part of a new table; nobody waits
CREATE INDEX ix_contents_phash ON public.contents (phash);

-- part of a new table; nobody waits
CREATE INDEX ix_embedding_engines_id ON public.embedding_engines (id);

-- part of a new table; nobody waits
CREATE INDEX ix_embedding_engines_name ON public.embedding_engines (name);

-- part of a new table; nobody waits
CREATE INDEX ix_teams_id ON public.teams (id);

-- part of a new table; nobody waits
CREATE INDEX ix_teams_name ON public.teams (name);

-- part of a new table; nobody waits
ALTER TABLE public.annotation_embeddings ADD CONSTRAINT annotation_embeddings_annotation_id_fkey FOREIGN KEY (annotation_id) REFERENCES public.annotations (id);

-- part of a new table; nobody waits
ALTER TABLE public.annotation_embeddings ADD CONSTRAINT annotation_embeddings_embedding_engine_id_fkey FOREIGN KEY (embedding_engine_id) REFERENCES public.embedding_engines (id);

-- part of a new table; nobody waits
ALTER TABLE public.annotation_embeddings ADD CONSTRAINT annotation_embeddings_from_team_id_fkey FOREIGN KEY (from_team_id) REFERENCES public.teams (id);

-- part of a new table; nobody waits
ALTER TABLE public.annotation_embeddings ADD CONSTRAINT annotation_embeddings_from_user_id_fkey FOREIGN KEY (from_user_id) REFERENCES public.users (id);

-- part of a new table; nobody waits
ALTER TABLE public.annotation_ratings ADD CONSTRAINT annotation_ratings_annotation_id_fkey FOREIGN KEY (annotation_id) REFERENCES public.annotations (id);

-- part of a new table; nobody waits
ALTER TABLE public.annotation_ratings ADD CONSTRAINT annotation_ratings_rated_by_id_fkey FOREIGN KEY (rated_by_id) REFERENCES public.users (id);

-- part of a new table; nobody waits
ALTER TABLE public.annotation_reports ADD CONSTRAINT annotation_reports_annotation_id_fkey FOREIGN KEY (annotation_id) REFERENCES public.annotations (id);

-- part of a new table; nobody waits
ALTER TABLE public.annotation_reports ADD CONSTRAINT annotation_reports_reported_by_id_fkey FOREIGN KEY (reported_by_id) REFERENCES public.users (id);

-- part of a new table; nobody waits
ALTER TABLE public.annotation_sources ADD CONSTRAINT annotation_sources_added_by_id_fkey FOREIGN KEY (added_by_id) REFERENCES public.users (id);

-- part of a new table; nobody waits
ALTER TABLE public.annotation_sources_link ADD CONSTRAINT annotation_sources_link_annotation_id_fkey FOREIGN KEY (annotation_id) REFERENCES public.annotations (id);

-- part of a new table; nobody waits
ALTER TABLE public.annotation_sources_link ADD CONSTRAINT annotation_sources_link_annotation_source_id_fkey FOREIGN KEY (annotation_source_id) REFERENCES public.annotation_sources (id);

-- part of a new table; nobody waits
ALTER TABLE public.annotations ADD CONSTRAINT annotations_content_id_fkey FOREIGN KEY (content_id) REFERENCES public.contents (id);

-- part of a new table; nobody waits
ALTER TABLE public.annotations ADD CONSTRAINT annotations_from_team_id_fkey FOREIGN KEY (from_team_id) REFERENCES public.teams (id);

-- part of a new table; nobody waits
ALTER TABLE public.annotations ADD CONSTRAINT annotations_from_user_id_fkey FOREIGN KEY (from_user_id) REFERENCES public.users (id);

-- part of a new table; nobody waits
ALTER TABLE public.content_authors ADD CONSTRAINT content_authors_content_id_fkey FOREIGN KEY (content_id) REFERENCES public.contents (id);

-- part of a new table; nobody waits
ALTER TABLE public.content_embeddings ADD CONSTRAINT content_embeddings_content_id_fkey FOREIGN KEY (content_id) REFERENCES public.contents (id);

-- part of a new table; nobody waits
ALTER TABLE public.content_embeddings ADD CONSTRAINT content_embeddings_embedding_engine_id_fkey FOREIGN KEY (embedding_engine_id) REFERENCES public.embedding_engines (id);

-- part of a new table; nobody waits
ALTER TABLE public.content_embeddings ADD CONSTRAINT content_embeddings_from_team_id_fkey FOREIGN KEY (from_team_id) REFERENCES public.teams (id);

-- part of a new table; nobody waits
ALTER TABLE public.content_embeddings ADD CONSTRAINT content_embeddings_from_user_id_fkey FOREIGN KEY (from_user_id) REFERENCES public.users (id);

-- part of a new table; nobody waits
ALTER TABLE public.content_events ADD CONSTRAINT content_events_content_id_fkey FOREIGN KEY (content_id) REFERENCES public.contents (id);

-- part of a new table; nobody waits
ALTER TABLE public.content_events ADD CONSTRAINT content_events_set_by_fkey FOREIGN KEY (set_by) REFERENCES public.users (id);

-- part of a new table; nobody waits
ALTER TABLE public.content_reports ADD CONSTRAINT content_reports_content_id_fkey FOREIGN KEY (content_id) REFERENCES public.contents (id);

-- part of a new table; nobody waits
ALTER TABLE public.content_reports ADD CONSTRAINT content_reports_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES public.users (id);

-- part of a new table; nobody waits
ALTER TABLE public.content_set_items ADD CONSTRAINT content_set_items_content_id_fkey FOREIGN KEY (content_id) REFERENCES public.contents (id);

-- part of a new table; nobody waits
ALTER TABLE public.content_set_items ADD CONSTRAINT content_set_items_content_set_id_fkey FOREIGN KEY (content_set_id) REFERENCES public.content_sets (id);

-- part of a new table; nobody waits
ALTER TABLE public.content_sets ADD CONSTRAINT content_sets_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES public.users (id);

-- part of a new table; nobody waits
ALTER TABLE public.content_sources ADD CONSTRAINT content_sources_content_id_fkey FOREIGN KEY (content_id) REFERENCES public.contents (id);

-- part of a new table; nobody waits
ALTER TABLE public.contents ADD CONSTRAINT contents_from_team_id_fkey FOREIGN KEY (from_team_id) REFERENCES public.teams (id);

-- part of a new table; nobody waits
ALTER TABLE public.contents ADD CONSTRAINT contents_from_user_id_fkey FOREIGN KEY (from_user_id) REFERENCES public.users (id);

-- part of a new table; nobody waits
ALTER TABLE public.user_teams ADD CONSTRAINT user_teams_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams (id);

-- part of a new table; nobody waits
ALTER TABLE public.user_teams ADD CONSTRAINT user_teams_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users (id);
