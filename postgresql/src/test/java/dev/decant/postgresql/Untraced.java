package dev.decant.postgresql;

import dev.decant.journal.Journal;
import dev.decant.run.RunListener;
import dev.decant.run.RunSettings;
import dev.decant.run.Runner;
import java.nio.file.Path;
import java.util.Properties;

/** A process that migrates without OpenTelemetry on its class path, and fails when there is a way to it. */
public final class Untraced {
    private Untraced() {}

    /** Runs it: the folder of the migrations, the address of the database, user and password. */
    public static void main(String[] arguments) {
        requireNoApi();
        Properties properties = new Properties();
        properties.setProperty("user", arguments[2]);
        properties.setProperty("password", arguments[3]);
        PostgresqlDatabase dialect = new PostgresqlDatabase();
        new Runner(dialect, () -> dialect.open(arguments[1], properties), RunSettings.USUAL, RunListener.SILENT)
                .migrate(Journal.open(Path.of(arguments[0]), dialect.dialect()));
    }

    private static void requireNoApi() {
        try {
            Class.forName("io.opentelemetry.api.GlobalOpenTelemetry");
        } catch (ClassNotFoundException wanted) {
            return;
        }
        throw new IllegalStateException("the API is there");
    }
}
