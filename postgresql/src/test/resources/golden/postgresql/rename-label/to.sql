CREATE TYPE public.status AS ENUM ('NEW', 'READ', 'it''s done');
