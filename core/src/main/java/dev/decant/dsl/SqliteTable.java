package dev.decant.dsl;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A table of SQLite: a final class whose public final fields are the table's columns, constraints and indexes.
 *
 * <p>The table is named after the class and each column after its field, in snake_case.
 */
public abstract class SqliteTable extends SqliteColumns {
    /** The key of {@link Strict} among a table's options. */
    public static final String STRICT = "strict";
    /** The key of {@link WithoutRowid} among a table's options. */
    public static final String WITHOUT_ROWID = "without_rowid";

    /** A table named after its class. */
    protected SqliteTable() {
        super(Optional.empty());
    }

    /** A table with this name. */
    protected SqliteTable(String name) {
        super(Optional.of(name));
    }

    @Override
    final boolean isTable() {
        return true;
    }

    @Override
    final Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        if (getClass().isAnnotationPresent(Strict.class)) {
            options.put(STRICT, "true");
        }
        if (getClass().isAnnotationPresent(WithoutRowid.class)) {
            options.put(WITHOUT_ROWID, "true");
        }
        return options;
    }

    /** The columns that identify a row; they refuse nulls. */
    protected static PrimaryKey primaryKey(Column<?>... columns) {
        return primaryKey("", columns);
    }

    /** The columns that identify a row, under a name of their own; they refuse nulls. */
    protected static PrimaryKey primaryKey(String name, Column<?>... columns) {
        return new PrimaryKey(name, drafts(columns));
    }

    /** Columns whose values no two rows share. */
    protected static Unique unique(Column<?>... columns) {
        return unique("", columns);
    }

    /** Columns whose values no two rows share, under a name of their own. */
    protected static Unique unique(String name, Column<?>... columns) {
        return new Unique(name, drafts(columns));
    }

    /** A column that points at another; {@link ForeignKey#and} adds more pairs. */
    protected static <T> ForeignKey foreignKey(Column<T> column, Supplier<? extends Column<T>> target) {
        return foreignKey("", column, target);
    }

    /** A column that points at another, under a name of its own; {@link ForeignKey#and} adds more pairs. */
    protected static <T> ForeignKey foreignKey(String name, Column<T> column, Supplier<? extends Column<T>> target) {
        return new ForeignKey(name, column.draft(), target);
    }

    /** A condition in SQL that every row keeps. */
    protected static Check check(String condition) {
        return check("", condition);
    }

    /** A condition that every row keeps. */
    protected static Check check(SqlExpression condition) {
        return check("", condition);
    }

    /** A condition in SQL that every row keeps, under a name of its own. */
    protected static Check check(String name, String condition) {
        return check(name, SqlExpression.of(condition));
    }

    /** A condition that every row keeps, under a name of its own. */
    protected static Check check(String name, SqlExpression condition) {
        return new Check(name, condition);
    }

    /** An index with a name made of its table's and its columns'. */
    protected static SqliteIndex.Start index() {
        return index("");
    }

    /** An index. */
    protected static SqliteIndex.Start index(String name) {
        return new SqliteIndex.Start(name);
    }

    private static List<ColumnDraft> drafts(Column<?>... columns) {
        return Arrays.stream(columns).map(Column::draft).toList();
    }
}
