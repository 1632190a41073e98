-- ACCESS EXCLUSIVE lock on public."Mixed ""Case""", for a moment; no rewrite
DROP INDEX public."order";

-- ACCESS EXCLUSIVE lock on public."Mixed ""Case""", for a moment; no rewrite
-- data loss: the rows of public."Mixed ""Case""" are gone
DROP TABLE public."Mixed ""Case""";
