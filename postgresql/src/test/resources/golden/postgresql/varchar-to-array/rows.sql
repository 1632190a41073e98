INSERT INTO contents (id, url) VALUES (1, 'a'), (2, NULL);
