INSERT INTO contents (id, number) VALUES (1, 4), (2, 8);
