INSERT INTO contents (id) VALUES (1), (2), (3);
