CREATE TYPE public.status AS ENUM ('NEW', 'OPEN', 'it''s done');
CREATE TABLE public.contents (
    status public.status DEFAULT 'OPEN'
);
