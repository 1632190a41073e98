package dev.decant.postgresql.faults;

import dev.decant.testkit.run.RunnerLab;

/** A database with rows, and migrations with every kind of step, none of which can run twice, or by half, without a trace. */
final class EveryStep implements Scenario {
    private static final String TEMPLATE = """
            CREATE TABLE account (id integer PRIMARY KEY, name text NOT NULL, balance bigint NOT NULL);
            INSERT INTO account SELECT i, 'name ' || i % 97, i FROM generate_series(1, 1000) i;
            CREATE INDEX account_name ON account (name);
            CREATE TABLE event (id integer NOT NULL, kind text) PARTITION BY RANGE (id);
            CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (0) TO (100);
            CREATE TABLE event_2 PARTITION OF event FOR VALUES FROM (100) TO (200);
            INSERT INTO event SELECT i, 'kind ' || i FROM generate_series(0, 199) i;
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE MATERIALIZED VIEW totals AS SELECT 1 AS one, count(*) AS n, sum(balance) AS sum FROM account;
            CREATE UNIQUE INDEX totals_one ON totals (one);
            CREATE TABLE attic (id integer PRIMARY KEY, words text NOT NULL DEFAULT '');
            INSERT INTO attic SELECT i, 'words ' || i FROM generate_series(1, 50) i;
            CREATE TABLE shed (id integer PRIMARY KEY, attic_id integer REFERENCES attic, word text);
            INSERT INTO shed SELECT i, i, 'word ' || i FROM generate_series(1, 50) i;
            """;

    @Override
    public String template() {
        return TEMPLATE;
    }

    @Override
    public void write(RunnerLab lab) {
        lab.add("whole", """
                CREATE TABLE note (id integer PRIMARY KEY, account_id integer REFERENCES account, mood mood);
                INSERT INTO note SELECT id, id, 'ok' FROM account;
                INSERT INTO note VALUES (5001, 1, 'ok');
                INSERT INTO note VALUES (5002, 2, 'sad');
                INSERT INTO note VALUES (5003, 3, 'ok');
                UPDATE account SET balance = balance + 1;
                CREATE INDEX note_account ON note (account_id);
                """, """
                DROP TABLE note;
                UPDATE account SET balance = balance - 1;
                REFRESH MATERIALIZED VIEW totals;
                """);
        lab.add("steps", """
                -- decant: step column
                ALTER TABLE account ADD COLUMN tag text;
                UPDATE account SET tag = 'tag ' || id;
                -- decant: step check
                ALTER TABLE account ADD CONSTRAINT tagged CHECK (tag IS NOT NULL) NOT VALID;
                -- decant: step valid
                ALTER TABLE account VALIDATE CONSTRAINT tagged;
                ALTER TABLE account ALTER COLUMN tag SET NOT NULL;
                """, """
                -- decant: step check
                ALTER TABLE account DROP CONSTRAINT tagged;
                -- decant: step column
                ALTER TABLE account DROP COLUMN tag;
                """);
        lab.add("outside", """
                -- decant: transaction none
                CREATE UNIQUE INDEX CONCURRENTLY account_tag ON account (tag);
                UPDATE account SET balance = balance * 2;
                DROP INDEX CONCURRENTLY account_name;
                VACUUM account;
                REINDEX INDEX CONCURRENTLY account_tag;
                INSERT INTO note VALUES (100000, 1, 'ok');
                ALTER TABLE event DETACH PARTITION event_2 CONCURRENTLY;
                """, """
                -- decant: transaction none
                ALTER TABLE event ATTACH PARTITION event_2 FOR VALUES FROM (100) TO (200);
                ALTER TABLE event_2 DROP CONSTRAINT event_2_id_check;
                DELETE FROM note WHERE id = 100000;
                CREATE INDEX CONCURRENTLY account_name ON account (name);
                UPDATE account SET balance = balance / 2;
                DROP INDEX CONCURRENTLY account_tag;
                """);
        lab.add("label", """
                -- decant: step label
                ALTER TYPE mood ADD VALUE 'great' AFTER 'ok';
                -- decant: step use
                UPDATE note SET mood = 'great' WHERE id % 2 = 0;
                -- decant: step refresh
                -- decant: transaction none
                REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
                CREATE INDEX CONCURRENTLY note_mood ON note (mood);
                """, """
                DROP INDEX note_mood;
                ALTER TABLE note ALTER COLUMN mood TYPE text;
                DROP TYPE mood;
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                UPDATE note SET mood = 'ok' WHERE mood = 'great';
                ALTER TABLE note ALTER COLUMN mood TYPE mood USING mood::mood;
                """);
        lab.add("code", """
                CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    NEW.balance := NEW.balance + 1;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER touched BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touched();
                UPDATE account SET name = 'touched' WHERE id = 7;
                """, """
                DROP TRIGGER touched ON account;
                DROP FUNCTION touched();
                UPDATE account SET name = 'name 7', balance = balance - 1 WHERE id = 7;
                """);
        lab.add("drop", """
                DROP TABLE shed;
                ALTER TABLE attic DROP COLUMN words;
                """, """
                ALTER TABLE attic ADD COLUMN words text NOT NULL DEFAULT '';
                CREATE TABLE shed (id integer PRIMARY KEY, attic_id integer REFERENCES attic, word text);
                """);
    }
}
