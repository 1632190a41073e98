package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Constraint;
import dev.decant.model.Deferral;
import dev.decant.model.Enforcement;
import dev.decant.model.MatchType;
import dev.decant.model.ObjectName;
import dev.decant.model.ReferentialAction;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Primary keys, unique constraints, exclusion constraints, foreign keys and checks. */
public final class PostgresqlConstraints {
    /** The order in which people write them. */
    static final Comparator<Constraint> ORDER =
            Comparator.<Constraint>comparingInt(PostgresqlConstraints::rank).thenComparing(Constraint::name);

    private PostgresqlConstraints() {}

    private static int rank(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> 0;
            case Constraint.Unique unique -> 1;
            case Constraint.Exclusion exclusion -> 2;
            case Constraint.Check check -> 3;
            case Constraint.ForeignKey key -> 4;
        };
    }

    /** The constraint as it stands in CREATE TABLE and behind ADD. */
    static void define(Sql sql, Constraint constraint) {
        sql.words("CONSTRAINT").name(constraint.name());
        switch (constraint) {
            case Constraint.PrimaryKey key -> define(sql, key);
            case Constraint.Unique unique -> define(sql, unique);
            case Constraint.ForeignKey key -> define(sql, key);
            case Constraint.Check check -> define(sql, check);
            case Constraint.Exclusion exclusion -> define(sql, exclusion);
        }
    }

    /** A key as it stands behind ADD when its index is there already, under its name. */
    static Sql usingIndex(Sql sql, Constraint key) {
        sql.words("CONSTRAINT").name(key.name());
        switch (key) {
            case Constraint.PrimaryKey primary -> {
                sql.words("PRIMARY KEY USING INDEX").name(key.name());
                define(sql, primary.deferral());
            }
            case Constraint.Unique unique -> {
                sql.words("UNIQUE USING INDEX").name(key.name());
                define(sql, unique.deferral());
            }
            default -> throw new IllegalArgumentException("no key: " + key);
        }
        return sql;
    }

    private static void define(Sql sql, Constraint.PrimaryKey key) {
        columns(sql.words("PRIMARY KEY"), key.columns(), key.withoutOverlaps());
        index(sql, key.include(), key.storage());
        define(sql, key.deferral());
    }

    private static void define(Sql sql, Constraint.Unique unique) {
        sql.words("UNIQUE").when(unique.nullsNotDistinct(), "NULLS NOT DISTINCT");
        columns(sql, unique.columns(), unique.withoutOverlaps());
        index(sql, unique.include(), unique.storage());
        define(sql, unique.deferral());
    }

    private static void columns(Sql sql, List<String> columns, boolean withoutOverlaps) {
        sql.list(
                columns,
                (item, column) -> item.name(column)
                        .when(withoutOverlaps && column.equals(columns.getLast()), "WITHOUT OVERLAPS"));
    }

    /** What a constraint says of the index that holds it. */
    private static void index(Sql sql, List<String> include, Map<String, String> storage) {
        sql.when(!include.isEmpty(), more -> more.words("INCLUDE").list(include));
        PostgresqlIndexStorage.write(sql, storage);
        PostgresqlIndexStorage.writeTablespace(sql, "USING INDEX TABLESPACE", storage);
    }

    private static void define(Sql sql, Constraint.Exclusion exclusion) {
        sql.words("EXCLUDE USING").name(exclusion.method()).list(exclusion.elements(), (item, element) -> {
            PostgresqlIndexes.key(item, element.key());
            item.words("WITH").text(element.operator());
        });
        index(sql, exclusion.include(), exclusion.storage());
        exclusion.predicate().ifPresent(predicate -> sql.words("WHERE").parenthesized(predicate.sql()));
        define(sql, exclusion.deferral());
    }

    private static void define(Sql sql, Constraint.ForeignKey key) {
        ends(sql.words("FOREIGN KEY"), key.columns(), key.period());
        sql.words("REFERENCES").text(name(key.target()));
        ends(sql, key.targetColumns(), key.period());
        sql.when(key.match() == MatchType.FULL, "MATCH FULL")
                .when(
                        key.onUpdate() != ReferentialAction.NO_ACTION,
                        "ON UPDATE " + key.onUpdate().sql())
                .when(
                        key.onDelete() != ReferentialAction.NO_ACTION,
                        "ON DELETE " + key.onDelete().sql())
                .when(!key.deleteColumns().isEmpty(), more -> more.list(key.deleteColumns()));
        define(sql, key.deferral());
        define(sql, key.enforcement());
    }

    private static void ends(Sql sql, List<String> columns, boolean period) {
        sql.list(
                columns,
                (item, column) -> item.when(period && column.equals(columns.getLast()), "PERIOD")
                        .name(column));
    }

    private static void define(Sql sql, Constraint.Check check) {
        sql.words("CHECK").parenthesized(check.condition().sql()).when(check.noInherit(), "NO INHERIT");
        define(sql, check.enforcement());
    }

    private static void define(Sql sql, Enforcement enforcement) {
        switch (enforcement) {
            case ENFORCED -> {}
            case NOT_VALID -> sql.words("NOT VALID");
            case NOT_ENFORCED -> sql.words("NOT ENFORCED");
        }
    }

    private static void define(Sql sql, Deferral deferral) {
        switch (deferral) {
            case NOT_DEFERRABLE -> {}
            case INITIALLY_IMMEDIATE -> sql.words("DEFERRABLE");
            case INITIALLY_DEFERRED -> sql.words("DEFERRABLE INITIALLY DEFERRED");
        }
    }

    static List<Statement> add(ObjectName table, Constraint constraint) {
        boolean only = PostgresqlIndexStorage.isInvalid(constraint.storage());
        Sql sql = PostgresqlText.sql("ALTER TABLE")
                .when(only, "ONLY")
                .text(name(table))
                .words("ADD");
        define(sql, constraint);
        List<Statement> statements = new ArrayList<>();
        statements.add(PostgresqlNewConstraints.explained(statement(sql), table, constraint));
        statements.addAll(finish(table, constraint));
        if (!constraint.comment().isEmpty()) {
            statements.add(PostgresqlTableComments.onPart(table, constraint));
        }
        return statements;
    }

    /** What cannot be said of a constraint where it is made. */
    static List<Statement> finish(ObjectName table, Constraint constraint) {
        return PostgresqlIndexStorage.finish(table, constraint.name(), constraint.storage());
    }

    static List<Statement> drop(ObjectName table, Constraint constraint) {
        Statement statement =
                statement(alterTable(table).words("DROP CONSTRAINT").name(constraint.name()));
        return List.of(
                constraint instanceof Constraint.ForeignKey key
                        ? statement.explained(PostgresqlLocks.moment(table, key.target()))
                        : statement.explained(PostgresqlLocks.moment(table)));
    }

    static List<Statement> rename(ObjectName table, String before, String after) {
        return List.of(statement(alterTable(table)
                        .words("RENAME CONSTRAINT")
                        .name(before)
                        .words("TO")
                        .name(after))
                .explained(PostgresqlLocks.moment(table)));
    }

    /** Whether a constraint becomes another without being checked or built anew; that it becomes valid is of no concern here. */
    public static boolean altersInPlace(Constraint before, Constraint after) {
        if (before instanceof Constraint.ForeignKey from && after instanceof Constraint.ForeignKey to) {
            return from.withDeferral(to.deferral()).withComment("").equals(to.withComment(""));
        }
        return before.withComment("")
                        .withStorage(Map.of())
                        .equals(after.withComment("").withStorage(Map.of()))
                && PostgresqlIndexStorage.altersInPlace(before.storage(), after.storage());
    }

    /**
     * The same constraint with another comment, stored otherwise, checked at another time, or now for all rows.
     *
     * @throws UnsupportedChangeException when anything else differs
     */
    static List<Statement> alter(ObjectName table, Constraint before, Constraint after) {
        List<Statement> statements = new ArrayList<>();
        if (!altersInPlace(before, after)) {
            statements.add(validate(table, before, after));
        } else if (before instanceof Constraint.ForeignKey from
                && after instanceof Constraint.ForeignKey to
                && from.deferral() != to.deferral()) {
            statements.add(deferred(table, to));
        }
        statements.addAll(PostgresqlIndexStorage.alter(table, after.name(), before.storage(), after.storage()));
        if (!before.comment().equals(after.comment())) {
            statements.add(PostgresqlTableComments.onPart(table, after));
        }
        return statements;
    }

    private static Statement deferred(ObjectName table, Constraint.ForeignKey key) {
        Sql sql = alterTable(table).words("ALTER CONSTRAINT").name(key.name());
        if (key.deferral() == Deferral.NOT_DEFERRABLE) {
            sql.words("NOT DEFERRABLE");
        }
        define(sql, key.deferral());
        return statement(sql).explained(PostgresqlLocks.moment(table, key.target()));
    }

    private static Statement validate(ObjectName table, Constraint before, Constraint after) {
        Statement statement = statement(
                        alterTable(table).words("VALIDATE CONSTRAINT").name(after.name()))
                .explained(PostgresqlLocks.validation(table));
        return switch (before) {
            case Constraint.ForeignKey key
            when key.withEnforcement(Enforcement.ENFORCED)
                    .withComment(after.comment())
                    .equals(after) ->
                statement.with(Hazard.Kind.DATA_DEPENDENT, PostgresqlNewConstraints.orphans(table, key));
            case Constraint.Check check
            when check.withEnforcement(Enforcement.ENFORCED)
                    .withComment(after.comment())
                    .equals(after) ->
                statement.with(Hazard.Kind.DATA_DEPENDENT, PostgresqlNewConstraints.broken(table, check));
            default ->
                throw new UnsupportedChangeException(
                        "constraint " + after.name() + " of " + table,
                        "PostgreSQL changes no constraint in place",
                        "drop it and add it again");
        };
    }
}
