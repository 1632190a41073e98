CREATE TYPE public.status AS ENUM ('NEW', 'it''s done');
