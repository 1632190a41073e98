package dev.decant.workflow;

/** The texts that a project begins with. */
final class FirstFiles {
    private FirstFiles() {}

    static String configuration(String dialect, String schema) {
        return """
                # Decant. Every key can also be given by a flag or a variable: decant help, docs/guide/configuration.md.

                dialect = "%s"
                schema  = "%s"      # the folder with the schema's Java classes
                out     = "migrations"      # the folder of the migrations

                [database]
                # ${NAME} is a variable of the environment or of .env, ${NAME:-value} has a default.
                url = "${DATABASE_URL:-%s}"
                # user     = "${DATABASE_USER}"
                # password = "${DATABASE_PASSWORD}"

                # Another database, chosen with --env production:
                # [environment.production]
                # url       = "${PRODUCTION_URL}"
                # protected = true
                """.formatted(dialect, schema.replace("\\", "\\\\").replace("\"", "\\\""), url(dialect));
    }

    private static String url(String dialect) {
        return dialect.equals("sqlite") ? "sqlite:app.db" : "embedded:postgresql";
    }

    static String table(String dialect, String packageName) {
        String heading = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
        return heading + (dialect.equals("sqlite") ? SQLITE : POSTGRESQL);
    }

    private static final String POSTGRESQL = """
            import dev.decant.dsl.Column;
            import dev.decant.dsl.PgTable;
            import java.time.OffsetDateTime;

            /** A first table: the class is the table, each public final field a column, key or index. */
            public final class Users extends PgTable {
                public static final Users USERS = new Users();

                public final Column<Integer> id = serial().primaryKey();
                public final Column<String> email = text().notNull().unique();
                public final Column<OffsetDateTime> createdAt = timestamptz().notNull().defaultNow();
            }
            """;

    private static final String SQLITE = """
            import dev.decant.dsl.Column;
            import dev.decant.dsl.SqliteTable;

            /** A first table: the class is the table, each public final field a column, key or index. */
            public final class Users extends SqliteTable {
                public static final Users USERS = new Users();

                public final Column<Long> id = integer().primaryKey();
                public final Column<String> email = text().notNull().unique();
            }
            """;
}
