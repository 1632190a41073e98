-- SHARE ROW EXCLUSIVE lock on the sequence public.numbers, for a moment
-- data loss: the sequence public.numbers begins again, because its bounds no longer hold where it stands
ALTER SEQUENCE public.numbers INCREMENT BY 1 MINVALUE 1 MAXVALUE 1000 START WITH 1 RESTART;
