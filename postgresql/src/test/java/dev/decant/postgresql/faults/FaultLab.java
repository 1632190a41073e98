package dev.decant.postgresql.faults;

import dev.decant.journal.Journal;
import dev.decant.postgresql.PostgresqlDatabase;
import dev.decant.run.Limits;
import dev.decant.run.RunListener;
import dev.decant.run.RunSettings;
import dev.decant.run.Runner;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.run.RunnerLab;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** A server with databases in which runs are disturbed, and what those must be like in the end. */
final class FaultLab {
    static final PostgresqlDatabase DIALECT = new PostgresqlDatabase();

    /** Whose tables they are, and nobody of power. */
    static final String USER = "migrator";

    static final RunSettings SETTINGS = RunSettings.USUAL
            .withLockTimeout(Duration.ofSeconds(60))
            .withKeepDropped(Duration.ofDays(14))
            .withLimits(new Limits(Duration.ofMillis(50), Duration.ZERO, Duration.ofSeconds(60)));

    private final TestServer server;
    private final Path folder;
    private final Journal journal;
    private final TestDatabase template;
    private final List<String> before;
    private final List<String> after;
    private final Tally tally;

    FaultLab(TestServer server, Path folder, Scenario scenario, Tally tally) throws SQLException {
        this.server = server;
        this.folder = folder;
        this.tally = tally;
        RunnerLab writing = new RunnerLab(DIALECT, () -> connect("postgres"), folder);
        scenario.write(writing);
        journal = writing.journal();
        template = server.freshDatabase();
        template.execute(
                "DO $$ BEGIN IF to_regrole('" + USER + "') IS NULL THEN CREATE ROLE " + USER + " LOGIN PASSWORD '"
                        + USER + "'; END IF; END $$; GRANT ALL ON SCHEMA public TO " + USER
                        + "; GRANT CREATE ON DATABASE " + template.name() + " TO " + USER);
        template.execute("SET ROLE " + USER + ";" + scenario.template());
        Runner undisturbed = runner(template, RunListener.SILENT);
        // The history is there before, so that a rollback leaves what was there.
        undisturbed.migrate(journal);
        undisturbed.rollback(Integer.MAX_VALUE);
        before = State.of(template);
        undisturbed.migrate(journal);
        after = State.of(template);
        undisturbed.rollback(Integer.MAX_VALUE);
    }

    Journal journal() {
        return journal;
    }

    Path folder() {
        return folder;
    }

    TestServer server() {
        return server;
    }

    /** What an undisturbed run leads to, or where it begins. */
    List<String> state(boolean migrated) {
        return migrated ? after : before;
    }

    /** Where faults are counted. */
    Tally tally() {
        return tally;
    }

    /** A database with nothing migrated. */
    Subject subject() {
        return new Subject(this, server.freshDatabase(template.name()));
    }

    /** The same on another disk. */
    Subject subjectIn(String tablespace) throws SQLException {
        TestDatabase database = server.freshDatabase(template.name());
        try (Connection elsewhere = connectAsOwnerOfAll("postgres");
                Statement statement = elsewhere.createStatement()) {
            statement.execute("ALTER DATABASE " + database.name() + " SET TABLESPACE " + tablespace);
        }
        return new Subject(this, database);
    }

    private Connection connectAsOwnerOfAll(String database) throws SQLException {
        return open(server.jdbcUrl(database), server.user(), server.password());
    }

    private Connection connect(String database) throws SQLException {
        return open(server.jdbcUrl(database), USER, USER);
    }

    /** A session whose commits are on the disk, so that a crash of the server cannot undo them. */
    static Connection open(String url, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("sslmode", "disable");
        properties.setProperty("options", "-c synchronous_commit=on");
        return DIALECT.open(url, properties);
    }

    Runner runner(TestDatabase database, RunListener listener) {
        return new Runner(DIALECT, () -> connect(database.name()), SETTINGS, listener);
    }

    /** A runner whose sessions go over a wire. */
    Runner runner(TestDatabase database, Wire wire) {
        String url = "jdbc:postgresql://127.0.0.1:" + wire.port() + "/" + database.name();
        return new Runner(DIALECT, () -> open(url, USER, USER), SETTINGS, RunListener.SILENT);
    }
}
