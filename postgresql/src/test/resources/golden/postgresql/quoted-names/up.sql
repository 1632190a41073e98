-- a new table; nobody waits
CREATE TABLE public."Mixed ""Case""" (
    "Id" bigserial,
    "select" text,
    "two words" text,
    CONSTRAINT "Mixed_pkey" PRIMARY KEY ("Id")
);

-- part of a new table; nobody waits
CREATE INDEX "order" ON public."Mixed ""Case""" ("select");
