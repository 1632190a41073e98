package dev.decant.bench;

import dev.decant.codec.Fingerprint;
import dev.decant.dialect.Dialect;
import dev.decant.journal.SqlFile;
import dev.decant.model.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The same migrations, a table with an index each, for Decant, psql, Flyway and Liquibase. */
final class ManyMigrations {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final Path folder;
    private final Dialect dialect;
    private final String fingerprint = Fingerprint.of(Schema.EMPTY);

    ManyMigrations(Path folder, Dialect dialect) {
        this.folder = folder;
        this.dialect = dialect;
    }

    void write(int number) throws IOException {
        Files.createDirectories(folder.resolve("flyway"));
        Files.createDirectories(folder.resolve("liquibase"));
        StringBuilder all = new StringBuilder();
        StringBuilder changelog = new StringBuilder("--liquibase formatted sql\n");
        String parent = "";
        for (int i = 1; i <= number; i++) {
            String up = "CREATE TABLE table_" + i + " (id bigint PRIMARY KEY, name text NOT NULL, made timestamptz);\n"
                    + "CREATE INDEX table_" + i + "_name ON table_" + i + " (name);\n";
            all.append(up);
            changelog.append("--changeset bench:").append(i).append('\n').append(up);
            Files.writeString(folder.resolve(String.format(Locale.ROOT, "flyway/V%06d__table.sql", i)), up);
            parent = writeMigration(i, up, parent);
        }
        Files.writeString(folder.resolve("all.sql"), all);
        Files.writeString(folder.resolve("liquibase/changelog.sql"), changelog);
    }

    private String writeMigration(int i, String up, String parent) throws IOException {
        String id = TIME.format(FIRST.plusSeconds(i)) + "_table_" + i;
        String down = "DROP TABLE table_" + i + ";\n";
        Path home = Files.createDirectories(folder.resolve("migrations").resolve(id));
        Files.writeString(home.resolve("up.sql"), up);
        Files.writeString(home.resolve("down.sql"), down);
        Files.writeString(home.resolve("migration.json"), """
                {"format": 1, "id": "%s", "title": "table %d", "dialect": "%s", "parents": [%s], "changes": [],
                 "fingerprint": "%s", "checksums": {"up": "%s", "down": "%s"}}
                """.formatted(
                        id,
                        i,
                        dialect.id(),
                        parent.isEmpty() ? "" : "\"" + parent + "\"",
                        fingerprint,
                        checksum(up),
                        checksum(down)));
        return id;
    }

    private String checksum(String sql) {
        return new SqlFile("", sql).checksum(dialect.syntax());
    }
}
