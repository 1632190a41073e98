package dev.decant.postgresql.graveyard;

import dev.decant.database.Graveyard.Done;
import dev.decant.postgresql.run.PostgresqlAnswer;
import dev.decant.postgresql.run.PostgresqlAttempts;
import dev.decant.postgresql.sql.PostgresqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Brings back from the graveyard what a statement on the way back is about to make. */
final class PostgresqlReturn {
    private static final String MISMATCH = "42804";

    private final Connection connection;
    private final String migration;
    private final PostgresqlAttempts attempts;
    private final PostgresqlGraves graves;

    PostgresqlReturn(Connection connection, String migration) {
        this.connection = connection;
        this.migration = migration;
        this.attempts = new PostgresqlAttempts(connection);
        this.graves = new PostgresqlGraves(connection);
    }

    Done ofTable(String written) throws SQLException {
        PostgresqlPlace place = PostgresqlPlace.of(connection, written);
        List<PostgresqlGrave> found = graves.find(migration, PostgresqlGrave.Kind.TABLE, place, "");
        if (found.isEmpty()) {
            return Done.NOTHING;
        }
        PostgresqlTableFacts kept =
                PostgresqlTableFacts.of(connection, found.getLast().place()).orElseThrow();
        List<PostgresqlGrave> back = new ArrayList<>();
        for (PostgresqlTableFacts each : kept.tree(connection)) {
            for (PostgresqlGrave grave : graves.at(migration, each)) {
                move(each, grave);
                back.add(grave);
            }
        }
        List<String> what = new ArrayList<>();
        for (PostgresqlGrave grave : back) {
            what.addAll(back(grave).what());
        }
        return new Done(true, what);
    }

    private void move(PostgresqlTableFacts kept, PostgresqlGrave grave) throws SQLException {
        String home = PostgresqlText.name(grave.namespace());
        for (String sequence : freshSequences(kept, grave)) {
            attempts.execute("DROP SEQUENCE " + home + "." + sequence);
        }
        List<String> statistics = kept.statistics(connection);
        attempts.execute("ALTER TABLE " + grave.place() + " SET SCHEMA " + home);
        for (String each : statistics) {
            attempts.execute("ALTER STATISTICS " + grave.keptIn() + "." + each + " SET SCHEMA " + home);
        }
    }

    /** Sequences that were just made, and come back with the table. */
    private List<String> freshSequences(PostgresqlTableFacts kept, PostgresqlGrave grave) throws SQLException {
        return PostgresqlAnswer.all(
                connection,
                "SELECT pg_catalog.quote_ident(c.relname) FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_class c ON c.oid = d.objid"
                        + " WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.refobjid = ?::oid AND d.deptype IN ('a', 'i')"
                        + " AND c.relkind = 'S' AND pg_catalog.to_regclass(pg_catalog.format('%I.%I', ?, c.relname)) IS NOT NULL",
                kept.oid(),
                grave.namespace());
    }

    private Done back(PostgresqlGrave grave) throws SQLException {
        for (String sql : grave.afterwards()) {
            attempts.complete(sql);
        }
        graves.restored(grave);
        return new Done(true, List.of(grave.words()));
    }

    Done ofColumns(String written, List<String> names, String sql) throws SQLException {
        List<PostgresqlGrave> found = new ArrayList<>();
        PostgresqlPlace table = PostgresqlPlace.of(connection, written);
        for (String name : names) {
            String part = PostgresqlPlace.of(connection, name).name();
            found.addAll(graves.find(migration, PostgresqlGrave.Kind.COLUMN, table, part));
        }
        if (found.isEmpty()) {
            return Done.NOTHING;
        }
        addColumn(sql, names.size() == 1 ? found : List.of());
        List<String> what = new ArrayList<>();
        for (PostgresqlGrave grave : found) {
            fill(grave);
            what.addAll(back(grave).what());
            attempts.execute("DROP TABLE " + grave.place());
        }
        return new Done(true, what);
    }

    /** A column that must have a value is added without one first, where there are rows. */
    private void addColumn(String sql, List<PostgresqlGrave> single) throws SQLException {
        Optional<SQLException> failure = attempts.attempt(sql);
        if (failure.isEmpty()) {
            return;
        }
        if (single.isEmpty() || !PostgresqlAttempts.state(failure.get()).equals(PostgresqlAttempts.NO_VALUE)) {
            throw failure.get();
        }
        PostgresqlGrave grave = single.getFirst();
        attempts.execute("ALTER TABLE " + grave.former() + " ADD COLUMN " + PostgresqlText.name(grave.part()) + " "
                + grave.definition());
    }

    /** Triggers of the table have nothing to do with values that were there before. */
    private void fill(PostgresqlGrave grave) throws SQLException {
        List<String> on = triggers(grave, "O", "ENABLE");
        on.addAll(triggers(grave, "R", "ENABLE REPLICA"));
        on.addAll(triggers(grave, "A", "ENABLE ALWAYS"));
        for (String trigger : on) {
            attempts.execute(
                    "ALTER TABLE " + grave.former() + " DISABLE" + trigger.substring(trigger.indexOf(" TRIGGER ")));
        }
        String column = PostgresqlText.name(grave.part());
        Optional<SQLException> failure = attempts.attempt(filling(grave, "kept." + column));
        if (failure.filter(e -> PostgresqlAttempts.state(e).equals(MISMATCH)).isPresent()) {
            failure = attempts.attempt(filling(grave, "kept." + column + "::text::" + grave.definition()));
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        for (String trigger : on) {
            attempts.execute("ALTER TABLE " + grave.former() + " " + trigger);
        }
    }

    private String filling(PostgresqlGrave grave, String value) throws SQLException {
        String same = PostgresqlAnswer.all(
                        connection,
                        "SELECT pg_catalog.quote_ident(attname) FROM pg_catalog.pg_attribute"
                                + " WHERE attrelid = pg_catalog.to_regclass(?) AND attnum > 0 AND attname <> ? ORDER BY attnum",
                        grave.place(),
                        grave.part())
                .stream()
                .map(key -> "filled." + key + " = kept." + key)
                .collect(Collectors.joining(" AND "));
        return "UPDATE " + grave.former() + " AS filled SET " + PostgresqlText.name(grave.part()) + " = " + value
                + " FROM " + grave.place() + " AS kept WHERE " + same;
    }

    private List<String> triggers(PostgresqlGrave grave, String state, String word) throws SQLException {
        return new ArrayList<>(PostgresqlAnswer.all(
                connection,
                "SELECT '" + word + " TRIGGER ' || pg_catalog.quote_ident(tgname) FROM pg_catalog.pg_trigger"
                        + " WHERE tgrelid = pg_catalog.to_regclass(?) AND NOT tgisinternal AND tgenabled = ?::\"char\"",
                grave.former(),
                state));
    }

    Done of(PostgresqlSubject.Foundation foundation) throws SQLException {
        PostgresqlPlace place = PostgresqlPlace.of(connection, foundation.name());
        List<String> what = new ArrayList<>();
        for (PostgresqlGrave grave : graves.find(migration, PostgresqlGrave.Kind.of(foundation.kind()), place, "")) {
            attempts.execute("ALTER " + grave.definition() + " " + grave.place() + " SET SCHEMA "
                    + PostgresqlText.name(grave.namespace()));
            what.addAll(back(grave).what());
        }
        return new Done(!what.isEmpty(), what);
    }
}
