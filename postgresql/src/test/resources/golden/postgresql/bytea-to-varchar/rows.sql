INSERT INTO contents (id, url) VALUES (1, 'https://example.org/ü'::text::bytea), (2, NULL);
