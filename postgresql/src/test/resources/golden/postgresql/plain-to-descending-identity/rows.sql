INSERT INTO contents (id, "Number") VALUES (1, -4), (2, 8);
