package dev.decant.studio.flows;

import dev.decant.database.Database;
import dev.decant.journal.Journal;
import dev.decant.postgresql.PostgresqlDatabase;
import dev.decant.run.RunListener;
import dev.decant.run.RunSettings;
import dev.decant.run.Runner;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/** The databases that every flow begins with; each is filled once and copied after that. */
final class Templates {
    private static final Path MIGRATIONS = Path.of("..", "examples", "open-data-repository", "migrations");

    private Templates() {}

    /** The Open Data Repository, migrated, with a few rows. */
    static TestDatabase copyOfRepository() {
        return copyOf(Repository.FILLED);
    }

    /** A shop of several schemas: {@code shop.sql}. */
    static TestDatabase copyOfShop() {
        return copyOf(Shop.FILLED);
    }

    /** The same shop on a server of its own. */
    static TestDatabase shopOn(TestServer server) {
        TestDatabase database = server.freshDatabase();
        fill(database, "shop.sql");
        return database;
    }

    private static TestDatabase copyOf(TestDatabase template) {
        return template.server().freshDatabase(template.name());
    }

    private static TestServer server() {
        TestServer server = TestServers.postgres("17");
        server.vector();
        return server;
    }

    private static void fill(TestDatabase database, String script) {
        try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream(script), script)) {
            database.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(script, e);
        }
    }

    private static final class Repository {
        static final TestDatabase FILLED = migrated();

        private static TestDatabase migrated() {
            TestDatabase database = server().freshDatabase();
            Database dialect = new PostgresqlDatabase();
            new Runner(dialect, database::open, RunSettings.USUAL, RunListener.SILENT)
                    .migrate(Journal.open(MIGRATIONS, dialect.dialect()));
            fill(database, "repository.sql");
            return database;
        }
    }

    private static final class Shop {
        static final TestDatabase FILLED = shopOn(server());
    }
}
