package dev.decant.config;

import dev.decant.failure.Failure;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what follows {@code sqlite:} or {@code jdbc:sqlite:}: a file, {@code :memory:}, or SQLite's own {@code file:} URI. */
final class SqliteUrl {
    private SqliteUrl() {}

    static DatabaseUrl.Jdbc read(String rest, Path base) {
        int question = rest.indexOf('?');
        String file = question < 0 ? rest : rest.substring(0, question);
        if (file.isEmpty()) {
            throw Failure.of("DCT-110", "the URL names no file")
                    .next("write sqlite:file.db or sqlite::memory:")
                    .exception();
        }
        if (file.startsWith("//")) {
            throw Failure.of("DCT-110", "sqlite: is followed by //, but it takes a path")
                    .next("write sqlite:file.db, or sqlite:/folder/file.db for an absolute path")
                    .exception();
        }
        Parameters parameters =
                Parameters.parse(question < 0 ? "" : rest.substring(question + 1), Parameters.Writing.PLAIN);
        String location = file.equals(":memory:") || file.startsWith("file:")
                ? file
                : Setting.path(file, base).toString();
        String url = "jdbc:sqlite:" + location + parameters.open("sqlite").query(Parameters.Writing.PLAIN);
        return new DatabaseUrl.Jdbc(
                "sqlite",
                url,
                file,
                file,
                Optional.empty(),
                parameters.find("password").map(Secret::new),
                parameters.secrets("sqlite"));
    }
}
