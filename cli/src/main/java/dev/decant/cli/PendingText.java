package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.dialect.Dialect;
import dev.decant.journal.Placeholders;
import dev.decant.workflow.Migrate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The SQL that would run, with the values of its placeholders.
 *
 * @param migrations the migrations
 * @param repeatables the repeatable scripts
 */
record PendingText(List<Piece> migrations, List<Piece> repeatables) {
    /**
     * One file.
     *
     * @param id what it belongs to
     * @param title what that is for
     * @param file what it is called
     * @param sql what is in it
     */
    record Piece(String id, String title, String file, String sql) {
        Json.Fields json() {
            return Json.object()
                    .put("id", id)
                    .put("title", title)
                    .put("sql", sql)
                    .build();
        }
    }

    static PendingText of(Migrate.Pending pending, Dialect dialect, Placeholders values) {
        List<Piece> migrations = pending.migrations().stream()
                .map(migration -> new Piece(
                        migration.id(),
                        migration.title(),
                        migration.id() + "/up.sql",
                        migration.up().filled(dialect, values).text()))
                .toList();
        List<Piece> repeatables = pending.repeatables().stream()
                .map(script -> new Piece(
                        script.id(),
                        script.name(),
                        script.id() + ".sql",
                        script.file().filled(dialect, values).text()))
                .toList();
        return new PendingText(migrations, repeatables);
    }

    /** All of it, in the order in which it would run. */
    List<Piece> all() {
        return Stream.concat(migrations.stream(), repeatables.stream()).toList();
    }

    Json.Fields json() {
        return Json.object()
                .put("pending", Json.list(migrations, Piece::json))
                .putUnlessEmpty("repeatables", Json.list(repeatables, Piece::json))
                .build();
    }
}
