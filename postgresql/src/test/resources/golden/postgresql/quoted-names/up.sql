-- a new table; nobody waits
CREATE TABLE public."Mixed ""Case""" (
    "Id" bigserial,
    "select" text,
    "two words" text,
    CONSTRAINT "Mixed_pkey" PRIMARY KEY ("Id")
);

-- SHARE lock on public."Mixed ""Case""": writers wait while the index is built
-- blocking: writers of public."Mixed ""Case""" wait while the index order is built
CREATE INDEX "order" ON public."Mixed ""Case""" ("select");
