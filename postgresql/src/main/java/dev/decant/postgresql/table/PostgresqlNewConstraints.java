package dev.decant.postgresql.table;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Constraint;
import dev.decant.model.Enforcement;
import dev.decant.model.ObjectName;
import dev.decant.postgresql.sql.PostgresqlLocks;
import java.util.List;

/** What a constraint asks of the rows that are there when it comes, and of those who work with them. */
final class PostgresqlNewConstraints {
    private PostgresqlNewConstraints() {}

    /** The statement that adds a constraint with the locks it takes, the rows it fails for and who waits for it. */
    static Statement explained(Statement statement, ObjectName table, Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key ->
                unique(statement, table, key)
                        .with(
                                Hazard.Kind.DATA_DEPENDENT,
                                "fails when " + named(table, key.columns()) + " is null in a row");
            case Constraint.Unique unique -> unique(statement, table, unique);
            case Constraint.ForeignKey key -> foreignKey(statement, table, key);
            case Constraint.Check check -> check(statement, table, check);
            case Constraint.Exclusion exclusion ->
                statement
                        .explained(PostgresqlLocks.uniqueIndex(table))
                        .with(
                                Hazard.Kind.DATA_DEPENDENT,
                                "fails when two rows of " + table + " exclude each other by " + exclusion.name())
                        .with(
                                Hazard.Kind.BLOCKING,
                                "readers and writers of " + table + " wait while its index is built");
        };
    }

    private static Statement unique(Statement statement, ObjectName table, Constraint key) {
        return statement
                .explained(PostgresqlLocks.uniqueIndex(table))
                .with(Hazard.Kind.DATA_DEPENDENT, "fails when two rows share " + named(table, key.columns()))
                .with(Hazard.Kind.BLOCKING, "readers and writers of " + table + " wait while its index is built");
    }

    private static Statement foreignKey(Statement statement, ObjectName table, Constraint.ForeignKey key) {
        if (key.enforcement() != Enforcement.ENFORCED) {
            return statement.explained(PostgresqlLocks.foreignKeyUnchecked(table, key.target()));
        }
        return statement
                .explained(PostgresqlLocks.foreignKey(table, key.target()))
                .with(Hazard.Kind.DATA_DEPENDENT, orphans(table, key))
                .with(
                        Hazard.Kind.BLOCKING,
                        "writers of " + both(table, key.target()) + " wait while the rows of " + table + " are read");
    }

    private static Statement check(Statement statement, ObjectName table, Constraint.Check check) {
        if (check.enforcement() != Enforcement.ENFORCED) {
            return statement.explained(PostgresqlLocks.moment(table));
        }
        return statement
                .explained(PostgresqlLocks.scan(table))
                .with(Hazard.Kind.DATA_DEPENDENT, broken(table, check))
                .with(Hazard.Kind.BLOCKING, "readers and writers of " + table + " wait while its rows are read");
    }

    /** For which rows a foreign key cannot be. */
    static String orphans(ObjectName table, Constraint.ForeignKey key) {
        return "fails when " + named(table, key.columns()) + " holds what " + named(key.target(), key.targetColumns())
                + " does not";
    }

    /** For which rows a check cannot be. */
    static String broken(ObjectName table, Constraint.Check check) {
        return "fails when a row of " + table + " makes " + check.name() + " false";
    }

    private static String named(ObjectName table, List<String> columns) {
        return columns.size() == 1 ? table + "." + columns.getFirst() : table + " (" + String.join(", ", columns) + ")";
    }

    private static String both(ObjectName table, ObjectName target) {
        return table.equals(target) ? table.toString() : table + " and " + target;
    }
}
