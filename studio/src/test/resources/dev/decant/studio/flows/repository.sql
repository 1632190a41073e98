-- A few people and a good deal of content.
INSERT INTO users (email, name) SELECT 'user' || n || '@example.org', 'User ' || n FROM generate_series(1, 40) n;
INSERT INTO teams (name) SELECT 'Team ' || n FROM generate_series(1, 6) n;
INSERT INTO contents (name, type, hash, status, width, height, meta, from_user_id, from_team_id, url)
SELECT 'content ' || n, (ARRAY['IMAGE', 'VIDEO', 'TEXT'])[1 + n % 3]::contenttype, md5(n::text), (ARRAY['PENDING', 'AVAILABLE'])[1 + n % 2]::contentstatus,
       640 + n, 480, json_build_object('taken', 2000 + n % 25), 1 + n % 40, 1 + n % 6, ARRAY['https://example.org/' || n || '.png']
FROM generate_series(1, 3000) n;
ANALYZE;
