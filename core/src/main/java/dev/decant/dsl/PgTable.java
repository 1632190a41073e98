package dev.decant.dsl;

import dev.decant.model.Lineage;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.privilege.Privileges;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A table of PostgreSQL: a final class whose public final fields are the table's columns, constraints and indexes.
 *
 * <p>The table is named after the class and each column after its field, in snake_case.
 */
public abstract class PgTable extends PgColumns {
    /** A table named after its class. */
    protected PgTable() {
        super(Optional.empty(), Optional.empty());
    }

    /** A table with this name. */
    protected PgTable(String name) {
        super(Optional.empty(), Optional.of(name));
    }

    /** A table with this name in a namespace. */
    protected PgTable(String schema, String name) {
        super(Optional.of(schema), Optional.of(name));
    }

    @Override
    final boolean isTable() {
        return true;
    }

    /** The columns that identify a row; they refuse nulls. */
    protected static PgPrimaryKey primaryKey(Column<?>... columns) {
        return primaryKey("", columns);
    }

    /** The columns that identify a row, under a name of their own; they refuse nulls. */
    protected static PgPrimaryKey primaryKey(String name, Column<?>... columns) {
        return new PgPrimaryKey(name, drafts(columns));
    }

    @Override
    final Map<String, String> options() {
        return TableTraitsOf.options(getClass());
    }

    @Override
    final Lineage lineage(Targets targets) {
        return TableTraitsOf.lineage(getClass(), targets);
    }

    /** Keys for which no two rows answer yes to all operators, under the name that the database would give. */
    protected static PgExclusion exclusion() {
        return exclusion("");
    }

    /** Keys for which no two rows answer yes to all operators. */
    protected static PgExclusion exclusion(String name) {
        return new PgExclusion(name);
    }

    /** A policy named after its field. */
    protected static Policy policy() {
        return policy("");
    }

    /** A policy. */
    protected static Policy policy(String name) {
        return new Policy(name);
    }

    /** What roles may do with the table. */
    protected static Access access() {
        return new Access(Privileges.Target.TABLE, "");
    }

    /** The role that owns the table. */
    protected static OwnerRole owner(String role) {
        return new OwnerRole(Ownership.Thing.TABLE, "", role);
    }

    /** Columns whose values no two rows share. */
    protected static PgUnique unique(Column<?>... columns) {
        return unique("", columns);
    }

    /** Columns whose values no two rows share, under a name of their own. */
    protected static PgUnique unique(String name, Column<?>... columns) {
        return new PgUnique(name, drafts(columns));
    }

    /** A column that points at another; {@link PgForeignKey#and} adds more pairs. */
    protected static <T> PgForeignKey foreignKey(Column<T> column, Supplier<? extends Column<T>> target) {
        return foreignKey("", column, target);
    }

    /** A column that points at another, under a name of its own; {@link PgForeignKey#and} adds more pairs. */
    protected static <T> PgForeignKey foreignKey(String name, Column<T> column, Supplier<? extends Column<T>> target) {
        return new PgForeignKey(name, column.draft(), target);
    }

    /** A column that points at one of another Java type that the database can compare with it, as {@code integer} with {@code bigint}. */
    protected static PgForeignKey foreignKeyAny(Column<?> column, Supplier<? extends Column<?>> target) {
        return foreignKeyAny("", column, target);
    }

    /** A column that points at one of another Java type, under a name of its own. */
    protected static PgForeignKey foreignKeyAny(String name, Column<?> column, Supplier<? extends Column<?>> target) {
        return new PgForeignKey(name, column.draft(), target);
    }

    /** A condition in SQL that every row keeps. */
    protected static PgCheck check(String condition) {
        return check("", condition);
    }

    /** A condition that every row keeps. */
    protected static PgCheck check(SqlExpression condition) {
        return check("", condition);
    }

    /** A condition in SQL that every row keeps, under a name of its own. */
    protected static PgCheck check(String name, String condition) {
        return check(name, SqlExpression.of(condition));
    }

    /** A condition that every row keeps, under a name of its own. */
    protected static PgCheck check(String name, SqlExpression condition) {
        return new PgCheck(name, condition);
    }

    /** An index named as the database would name it. */
    protected static PgIndex.Start index() {
        return index("");
    }

    /** An index. */
    protected static PgIndex.Start index(String name) {
        return new PgIndex.Start(name);
    }

    /** Statistics of several columns together, named after their field. */
    protected static Statistics statistics() {
        return statistics("");
    }

    /** Statistics of several columns together. */
    protected static Statistics statistics(String name) {
        return new Statistics(name);
    }

    /** A trigger of the table named after its field. */
    protected static Trigger trigger() {
        return trigger("");
    }

    /** A trigger of the table. */
    protected static Trigger trigger(String name) {
        return new Trigger(name);
    }

    private static List<ColumnDraft> drafts(Column<?>... columns) {
        return Arrays.stream(columns).map(Column::draft).toList();
    }
}
