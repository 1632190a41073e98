package dev.decant.postgresql.faults;

import dev.decant.testkit.run.RunnerLab;

/** Statements that take their time, inside of transactions and outside, so that faults come in the middle of them. */
final class LongStatements implements Scenario {
    private static final String TEMPLATE = """
            CREATE TABLE slow (id integer PRIMARY KEY, n integer NOT NULL);
            INSERT INTO slow SELECT i, i FROM generate_series(1, 20) i;
            CREATE FUNCTION slowly(n integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE AS $$
            BEGIN
                PERFORM pg_sleep(0.015);
                RETURN n;
            END $$;
            """;

    @Override
    public String template() {
        return TEMPLATE;
    }

    @Override
    public void write(RunnerLab lab) {
        lab.add("rows", "UPDATE slow SET n = slowly(n) + 1000;", "UPDATE slow SET n = slowly(n) - 1000;");
        lab.add("index", "CREATE INDEX CONCURRENTLY slow_n ON slow (slowly(n));", "DROP INDEX CONCURRENTLY slow_n;");
        lab.add("check", """
                -- decant: transaction none
                ALTER TABLE slow ADD CONSTRAINT slow_check CHECK (slowly(n) > 0) NOT VALID;
                ALTER TABLE slow VALIDATE CONSTRAINT slow_check;
                INSERT INTO slow SELECT slowly(id) + 100, n FROM slow;
                """, """
                -- decant: transaction none
                DELETE FROM slow WHERE slowly(id) > 100;
                ALTER TABLE slow DROP CONSTRAINT slow_check;
                """);
    }
}
