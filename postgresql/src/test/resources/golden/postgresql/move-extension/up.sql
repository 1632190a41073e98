-- changes the catalogue only; nobody waits
-- breaking: sessions whose search_path lacks the new schema no longer find citext
ALTER EXTENSION citext SET SCHEMA audit;
