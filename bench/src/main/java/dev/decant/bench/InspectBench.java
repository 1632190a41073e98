package dev.decant.bench;

import dev.decant.database.Database;
import dev.decant.database.Databases;
import dev.decant.database.Scope;
import dev.decant.model.Schema;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Measures how long it takes to read the schema of a database, beside {@code pg_dump --schema-only} of the same one on the same server.
 *
 * <p>A table has ten columns, a foreign key, a check, two indexes and a comment; every tenth has a view, a function and a trigger besides.
 */
public final class InspectBench {
    private static final int ROUNDS = 5;

    private final TestServer server;
    private final String dump;

    private InspectBench(TestServer server, String dump) {
        this.server = server;
        this.dump = dump;
    }

    /** Runs it: the server's major version, the pg_dump to compare with, and numbers of tables. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        InspectBench bench = new InspectBench(TestServers.postgres(arguments[0]), arguments[1]);
        for (int i = 2; i < arguments.length; i++) {
            bench.run(Integer.parseInt(arguments[i]));
        }
    }

    private void run(int tables) throws IOException, InterruptedException, SQLException {
        try (TestDatabase database = server.freshDatabase()) {
            Database decant = Databases.ofDialect("postgresql");
            try (Connection connection = decant.open(database.jdbcUrl(), login(database))) {
                fill(connection, tables);
            }
            double first = 0;
            double best = Double.MAX_VALUE;
            double bestDump = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                double seconds = inspect(decant, database, tables);
                first = round == 0 ? seconds : first;
                best = Math.min(best, seconds);
                bestDump = Math.min(bestDump, dump(database));
            }
            System.out.printf(
                    "%6d tables  inspect %6.2f s (first in this JVM %6.2f s)  pg_dump --schema-only %6.2f s%n",
                    tables, best, first, bestDump);
        }
    }

    private static Properties login(TestDatabase database) {
        Properties login = new Properties();
        login.setProperty("user", database.user());
        login.setProperty("password", database.password());
        return login;
    }

    private static double inspect(Database decant, TestDatabase database, int tables) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = decant.open(database.jdbcUrl(), login(database))) {
            Schema schema = decant.inspect(connection, Scope.EVERYTHING);
            if (schema.tables().size() != tables) {
                throw new IllegalStateException("read " + schema.tables().size() + " tables");
            }
        }
        return seconds(start);
    }

    private double dump(TestDatabase database) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                dump,
                "--schema-only",
                "--host=" + server.host(),
                "--port=" + server.port(),
                "--username=" + server.user(),
                "--dbname=" + database.name());
        command.environment().put("PGPASSWORD", server.password());
        command.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT);
        long start = System.nanoTime();
        if (command.start().waitFor() != 0) {
            throw new IllegalStateException(dump + " failed");
        }
        return seconds(start);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void fill(Connection connection, int tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < tables; i++) {
                statement.execute(table(i, i == 0 ? 0 : i - 1));
                if (i % 10 == 0) {
                    statement.execute(code(i));
                }
            }
        }
    }

    private static String table(int number, int target) {
        return """
                CREATE TABLE t%1$d (id bigserial PRIMARY KEY, parent bigint REFERENCES t%2$d, name text NOT NULL DEFAULT 'nobody',
                  mail varchar(255), born date, size numeric(10, 2), flag boolean NOT NULL DEFAULT false,
                  tags text[], data jsonb, changed timestamptz NOT NULL DEFAULT now(),
                  CONSTRAINT t%1$d_size CHECK (size > 0));
                CREATE INDEX t%1$d_mail ON t%1$d (lower(mail));
                CREATE INDEX t%1$d_parent ON t%1$d (parent) WHERE flag;
                COMMENT ON TABLE t%1$d IS 'table %1$d';
                """.formatted(number, target);
    }

    private static String code(int number) {
        return """
                CREATE VIEW v%1$d AS SELECT id, name FROM t%1$d WHERE flag;
                CREATE FUNCTION f%1$d() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.changed := now(); RETURN NEW; END';
                CREATE TRIGGER changed BEFORE UPDATE ON t%1$d FOR EACH ROW EXECUTE FUNCTION f%1$d();
                """.formatted(number);
    }
}
