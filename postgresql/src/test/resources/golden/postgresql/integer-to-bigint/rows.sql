INSERT INTO contents (id) VALUES (1);
