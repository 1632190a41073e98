package dev.decant.cli;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import java.nio.file.Path;

/** Projects whose database is one of a real server. */
final class PostgresqlProject {
    private PostgresqlProject() {}

    /** A shell in a project with a schema in {@code schema}, which is still empty. */
    static Shell in(Path folder, TestDatabase database) {
        Shell shell = new Shell(folder).with("DATABASE_URL", url(database));
        shell.write("decant.toml", """
                dialect = "postgresql"
                schema = "schema"

                [database]
                url = "${DATABASE_URL}"
                """);
        return shell;
    }

    /** The URL of a database as its owner enters it. */
    static String url(TestDatabase database) {
        return url(database.user(), database.password(), database);
    }

    /** The URL of a database as somebody enters it. */
    static String url(String user, String password, TestDatabase database) {
        TestServer server = database.server();
        return "postgres://" + user + ":" + password + "@" + server.host() + ":" + server.port() + "/"
                + database.name();
    }
}
