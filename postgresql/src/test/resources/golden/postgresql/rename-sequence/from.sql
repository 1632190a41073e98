CREATE SCHEMA audit;
CREATE SEQUENCE public.numbers;
