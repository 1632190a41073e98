CREATE SEQUENCE public.numbers AS integer;
