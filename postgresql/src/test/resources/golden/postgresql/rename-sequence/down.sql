-- SHARE ROW EXCLUSIVE lock on the sequence audit.Counts, for a moment
ALTER SEQUENCE audit."Counts" SET SCHEMA public;

-- SHARE ROW EXCLUSIVE lock on the sequence audit.Counts, for a moment
ALTER SEQUENCE public."Counts" RENAME TO numbers;
