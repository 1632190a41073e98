CREATE TYPE public."Stage" AS ENUM ('NEW', 'OPEN', 'it''s done');
CREATE TABLE public.contents (
    status public."Stage"
);
