package dev.decant.postgresql.graveyard;

import dev.decant.database.Graveyard.Done;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.postgresql.run.PostgresqlAnswer;
import dev.decant.postgresql.run.PostgresqlAttempts;
import dev.decant.postgresql.run.PostgresqlErrors;
import dev.decant.postgresql.sql.PostgresqlOwn;
import dev.decant.postgresql.sql.PostgresqlText;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts what a statement of a migration drops into the graveyard. */
final class PostgresqlBurial {
    private static final int MOST_SCHEMAS = 50;
    private static final int SHOWN = 3;

    private final Connection connection;
    private final String migration;
    private final Instant until;
    private final PostgresqlAttempts attempts;
    private final PostgresqlGraves graves;
    private final List<String> what = new ArrayList<>();

    PostgresqlBurial(Connection connection, String migration, Instant until) {
        this.connection = connection;
        this.migration = migration;
        this.until = until;
        this.attempts = new PostgresqlAttempts(connection);
        this.graves = new PostgresqlGraves(connection);
    }

    /** Tables that are not there are left to the server. */
    Done ofTables(List<String> names) throws SQLException {
        boolean instead = true;
        for (String name : names) {
            Optional<PostgresqlTableFacts> table = PostgresqlTableFacts.of(connection, name);
            if (table.isPresent() && table.get().isKept()) {
                bury(table.get());
            } else {
                instead = false;
            }
        }
        return new Done(instead, what);
    }

    /** That it could be dropped is tried first, so that the server says the same as without a graveyard. */
    private void bury(PostgresqlTableFacts table) throws SQLException {
        Optional<SQLException> failure = attempts.rehearse("DROP TABLE " + table.written());
        if (failure.isPresent()) {
            throw failure.get();
        }
        List<String> joining = table.joiningParents(connection);
        for (String leaving : table.leavingParents(connection)) {
            attempts.execute(leaving);
        }
        List<PostgresqlTableFacts> tree = table.tree(connection);
        List<List<String>> afterwards = new ArrayList<>();
        for (PostgresqlTableFacts each : tree) {
            List<String> completing = new ArrayList<>(each.equals(table) ? joining : List.of());
            completing.addAll(each.references(connection));
            afterwards.add(completing);
        }
        for (PostgresqlTableFacts each : tree) {
            for (String dropping : each.droppingReferences(connection)) {
                attempts.execute(dropping);
            }
        }
        String home = move(moving(tree), table.words());
        for (int i = 0; i < tree.size(); i++) {
            add(tree.get(i).grave(home, afterwards.get(i)));
        }
    }

    /** What moves tables and what does not move with them by itself. */
    private List<String> moving(List<PostgresqlTableFacts> tables) throws SQLException {
        List<String> moving = new ArrayList<>();
        for (PostgresqlTableFacts table : tables) {
            moving.add("ALTER TABLE " + table.written());
            for (String statistics : table.statistics(connection)) {
                moving.add("ALTER STATISTICS " + PostgresqlText.name(table.namespace()) + "." + statistics);
            }
        }
        return moving;
    }

    /** The statement itself is still to be run. */
    Done ofColumns(String written, List<String> names) throws SQLException {
        Optional<PostgresqlTableFacts> table = PostgresqlTableFacts.of(connection, written);
        if (table.isPresent() && table.get().hasRows(connection)) {
            for (String name : names) {
                Optional<PostgresqlColumnFacts> column = PostgresqlColumnFacts.of(connection, table.get(), name);
                if (column.isPresent()) {
                    bury(table.get(), column.get());
                }
            }
        }
        return new Done(false, what);
    }

    private void bury(PostgresqlTableFacts table, PostgresqlColumnFacts column) throws SQLException {
        String words = table.words() + "." + column.name();
        if (table.parental()) {
            throw refused(
                    "column " + words, "other tables inherit from its table, whose rows no key tells apart for sure");
        }
        List<String> key = column.key(connection, table);
        if (key.isEmpty()) {
            throw refused("column " + words, "its table has no other columns that tell rows apart for sure");
        }
        String home = home(1);
        String copy = copyName(home, table.name() + "." + column.name());
        attempts.execute("LOCK TABLE " + table.written() + " IN ACCESS EXCLUSIVE MODE");
        attempts.execute("CREATE TABLE " + home + "." + copy + " AS SELECT " + String.join(", ", key) + ", "
                + column.written() + " FROM " + table.written());
        add(column.grave(table, home, copy, connection));
    }

    /** What goes along by CASCADE, or in a block of code, has no statement of its own that could spare it. */
    Done ofCascade(String sql) throws SQLException {
        boolean inside = PostgresqlSubjectReader.mayDropInside(sql);
        if (inside || PostgresqlSubjectReader.cascades(sql)) {
            Set<String> lost = new LinkedHashSet<>(columns());
            Savepoint before = connection.setSavepoint();
            attempts.execute(sql);
            lost.removeAll(columns());
            connection.rollback(before);
            if (!lost.isEmpty()) {
                String some = lost.stream().limit(SHOWN).collect(Collectors.joining(", "));
                String more = lost.size() > SHOWN ? " and " + (lost.size() - SHOWN) + " more" : "";
                String why = inside
                        ? "a block of code drops it; write the DROP as a statement of its own"
                        : "something else takes it along by CASCADE";
                throw refused("column " + some + more, why);
            }
        }
        return Done.NOTHING;
    }

    /** All columns of tables. */
    private List<String> columns() throws SQLException {
        return PostgresqlAnswer.all(
                connection,
                "SELECT pg_catalog.format('%s.%s.%s', n.nspname, c.relname, a.attname) FROM pg_catalog.pg_attribute a"
                        + " JOIN pg_catalog.pg_class c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1");
    }

    /** Types, functions and sequences are dropped as always, unless something that is kept rests on them. */
    Done of(PostgresqlSubject.Foundation foundation, String sql) throws SQLException {
        ofCascade(sql);
        if (!graves.any()) {
            return Done.NOTHING;
        }
        Optional<SQLException> failure = attempts.attempt(sql);
        if (failure.isEmpty()) {
            return new Done(true, List.of());
        }
        PostgresqlPlace place = PostgresqlPlace.of(connection, foundation.name());
        if (!PostgresqlAttempts.state(failure.get()).equals(PostgresqlAttempts.DEPENDED_ON)
                || place.namespace().startsWith(PostgresqlOwn.GRAVEYARD)) {
            throw failure.get();
        }
        requireOnlyGraves(failure.get());
        String home = move(List.of("ALTER " + foundation.kind() + " " + foundation.identity()), foundation.identity());
        String arguments = foundation.identity().substring(foundation.name().length());
        add(new PostgresqlGrave(
                0,
                PostgresqlGrave.Kind.of(foundation.kind()),
                place.namespace(),
                place.name(),
                "",
                home,
                PostgresqlText.name(place.name()) + arguments,
                foundation.kind(),
                List.of()));
        return new Done(true, what);
    }

    /** Whatever else rests on it stands in the way as always; the server lists all that does, a line each. */
    private static void requireOnlyGraves(SQLException failure) throws SQLException {
        String detail = PostgresqlErrors.explain(failure).detail().orElse("");
        boolean others = detail.lines().anyMatch(line -> !line.contains(PostgresqlOwn.GRAVEYARD));
        if (others) {
            throw failure;
        }
    }

    /** Moves what belongs together into the first schema of the graveyard in which nothing has its names; says which that is. */
    private String move(List<String> alters, String words) throws SQLException {
        for (int number = 1; number <= MOST_SCHEMAS; number++) {
            String home = home(number);
            Optional<SQLException> failure = attempts.attemptAll(
                    alters.stream().map(alter -> alter + " SET SCHEMA " + home).toList());
            if (failure.isEmpty()) {
                return home;
            }
            if (!PostgresqlAttempts.isThereAlready(failure.get())) {
                throw failure.get();
            }
        }
        throw refused(words, "too many of that name are kept already");
    }

    /** A schema of the graveyard, which is made where it is not there yet. */
    private String home(int number) throws SQLException {
        String name = PostgresqlOwn.GRAVEYARD + (number == 1 ? "" : "_" + number);
        if (PostgresqlAnswer.of(connection, "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = ?", name)
                .isEmpty()) {
            attempts.execute("CREATE SCHEMA " + name);
        }
        return name;
    }

    /** A name that nothing in the schema has, and no longer than names can be. */
    private String copyName(String home, String wanted) throws SQLException {
        String shortened = wanted.codePoints()
                .limit(12)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String base = wanted.getBytes(StandardCharsets.UTF_8).length <= 55 ? wanted : shortened;
        for (int number = 1; ; number++) {
            String written = PostgresqlText.name(base + (number == 1 ? "" : "_" + number));
            if (PostgresqlAnswer.of(connection, "SELECT pg_catalog.to_regclass(?)::text", home + "." + written)
                    .isEmpty()) {
                return written;
            }
        }
    }

    private void add(PostgresqlGrave grave) throws SQLException {
        graves.prepare();
        graves.add(migration, grave, until);
        what.add(grave.words());
    }

    private static DecantException refused(String subject, String why) {
        return Failure.of("DCT-546", "the " + subject + " cannot be kept: " + why)
                .next("let go for this run what migrations drop: DECANT_KEEP_DROPPED=none")
                .exception();
    }
}
