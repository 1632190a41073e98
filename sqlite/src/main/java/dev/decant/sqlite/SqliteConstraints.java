package dev.decant.sqlite;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Constraint;
import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.Deferral;
import dev.decant.model.Enforcement;
import dev.decant.model.MatchType;
import dev.decant.model.ObjectName;
import dev.decant.model.ReferentialAction;
import dev.decant.model.Table;
import dev.decant.sql.Sql;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Constraints in SQL. Only checks can be added to and taken from a table that is there. */
final class SqliteConstraints {
    /** What a check without a name is called when it is read; SQLite knows it under no name. */
    private static final Pattern USUAL_CHECK = Pattern.compile("_check[0-9]*$");

    private SqliteConstraints() {}

    /** A constraint as it stands at the end of CREATE TABLE. */
    static void write(Sql sql, Table table, Constraint constraint) {
        sql.words("CONSTRAINT").name(constraint.name());
        switch (constraint) {
            case Constraint.PrimaryKey key -> sql.words("PRIMARY KEY").list(columns(table, key), Sql::text);
            case Constraint.Unique unique -> unique(sql, table, unique);
            case ForeignKey key -> {
                sql.words("FOREIGN KEY").list(key.columns());
                reference(sql, table, key);
            }
            case Constraint.Check check -> check(sql, table, check);
            case Constraint.Exclusion exclusion ->
                throw unsupported(table, exclusion, "exclusion constraints", "leave it out of the schema");
        }
        SqliteOptions.onConflict(table, constraint.name())
                .ifPresent(action -> sql.words("ON CONFLICT").words(action));
    }

    private static void unique(Sql sql, Table table, Constraint.Unique unique) {
        if (unique.nullsNotDistinct()) {
            throw unsupported(table, unique, "NULLS NOT DISTINCT", "make the columns NOT NULL, or leave it away");
        }
        if (unique.deferral() != Deferral.NOT_DEFERRABLE) {
            throw unsupported(table, unique, "deferrable unique constraints", "make it not deferrable");
        }
        sql.words("UNIQUE").list(columns(table, unique), Sql::text);
    }

    private static void check(Sql sql, Table table, Constraint.Check check) {
        if (check.noInherit() || check.enforcement() == Enforcement.NOT_VALID) {
            throw unsupported(table, check, "NO INHERIT and NOT VALID", "leave them away");
        }
        sql.words("CHECK").parenthesized(check.condition().sql());
    }

    /** The columns of a key with what follows each of them. */
    private static List<String> columns(Table table, Constraint key) {
        List<String> order = SqliteOptions.keyOrder(table, key.name());
        return IntStream.range(0, key.columns().size())
                .mapToObj(at -> column(
                        key.columns().get(at), order.size() == key.columns().size() ? order.get(at) : ""))
                .toList();
    }

    private static String column(String name, String order) {
        Sql sql = SqliteNames.sql("").name(name);
        return sql.when(!order.isEmpty(), order).toString();
    }

    /** The end of a foreign key, behind its columns or its column. */
    static void reference(Sql sql, Table table, ForeignKey key) {
        if (key.enforcement() == Enforcement.NOT_VALID) {
            throw unsupported(table, key, "NOT VALID", "leave it away");
        }
        sql.words("REFERENCES").name(target(table, key)).list(key.targetColumns());
        sql.when(key.match() == MatchType.FULL, "MATCH FULL");
        action(sql, "ON UPDATE", key.onUpdate());
        action(sql, "ON DELETE", key.onDelete());
        switch (key.deferral()) {
            case NOT_DEFERRABLE -> {}
            case INITIALLY_IMMEDIATE -> sql.words("DEFERRABLE INITIALLY IMMEDIATE");
            case INITIALLY_DEFERRED -> sql.words("DEFERRABLE INITIALLY DEFERRED");
        }
    }

    private static String target(Table table, ForeignKey key) {
        ObjectName target = SqliteNames.table(key.target());
        if (!target.schema().isEmpty()) {
            throw unsupported(table, key, "foreign keys into other databases", "point at a table of the same database");
        }
        return target.local();
    }

    private static void action(Sql sql, String event, ReferentialAction action) {
        sql.when(action != ReferentialAction.NO_ACTION, event + " " + action.sql());
    }

    /** Adds a check. */
    static Statement add(Table table, Constraint.Check check) {
        Sql sql = SqliteNames.sql("ALTER TABLE").name(table.name().local()).words("ADD");
        write(sql, table, check);
        return Statement.of(sql.toString())
                .explained("reads every row of " + table.name() + " to check it")
                .with(Hazard.Kind.DATA_DEPENDENT, "fails when " + breach(table, check));
    }

    /** Drops a check that has a name in the database. */
    static Statement drop(Table table, Constraint.Check check) {
        return Statement.of(SqliteNames.sql("ALTER TABLE")
                        .name(table.name().local())
                        .words("DROP CONSTRAINT")
                        .name(check.name())
                        .toString())
                .explained(SqliteTables.CATALOG_ONLY);
    }

    /** Whether the check surely has its name in the database: one that was declared without any is read under a usual one. */
    static boolean isSurelyNamed(Constraint.Check check) {
        return !USUAL_CHECK.matcher(check.name()).find();
    }

    /** What a row is like that the constraint does not let in. */
    static String breach(Table table, Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> "two rows of %s share %s".formatted(table.name(), key.columns());
            case Constraint.Unique unique -> "two rows of %s share %s".formatted(table.name(), unique.columns());
            case ForeignKey key -> "a row of %s points at no row of %s".formatted(table.name(), key.target());
            case Constraint.Check check -> "a row of %s breaks %s".formatted(table.name(), check.condition());
            case Constraint.Exclusion exclusion -> "two rows of %s exclude each other".formatted(table.name());
        };
    }

    private static UnsupportedChangeException unsupported(Table table, Constraint part, String what, String next) {
        return new UnsupportedChangeException(
                "constraint " + part.name() + " of " + table.name(), "SQLite has no " + what, next);
    }
}
