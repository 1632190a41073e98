CREATE TYPE public.status AS ENUM ('NEW', 'OPEN', 'it''s done');
