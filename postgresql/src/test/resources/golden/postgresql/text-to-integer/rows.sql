INSERT INTO contents (id, size) VALUES (1, '12'), (2, NULL);
