INSERT INTO contents (id) VALUES (1), (2);
