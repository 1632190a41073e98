CREATE TYPE public.status AS ENUM ('DRAFT', 'SENT', 'NEW', 'READ', 'OPEN', 'it''s done', 'GONE', 'LOST');
CREATE TABLE public.contents (
    status public.status DEFAULT 'NEW'
);
