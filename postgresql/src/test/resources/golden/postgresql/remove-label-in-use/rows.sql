INSERT INTO users VALUES ('NEW'); INSERT INTO contents (status, history) VALUES ('NEW', '{NEW,OPEN}');
