package dev.decant.sqlite;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.References;
import dev.decant.model.Table;
import dev.decant.sql.Expressions;
import dev.decant.sql.Sql;
import dev.decant.sql.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Columns in SQL, and what can be done with one in place: lang_altertable.html. */
final class SqliteColumns {
    private SqliteColumns() {}

    /** A column as it stands in CREATE TABLE. */
    static void write(Sql sql, Table table, Column column) {
        String where = "column " + column.name() + " of " + table.name();
        SqliteTypes.requireStorable(where, column, SqliteOptions.isStrict(table));
        sql.name(column.name()).text(SqliteTypes.sql(column.type()));
        Optional<Constraint.PrimaryKey> key = SqliteKeys.inlineKey(table)
                .filter(inline -> inline.columns().getFirst().equals(column.name()));
        key.ifPresent(inline -> primaryKey(sql, table, inline, column));
        if (!column.nullable() && !SqliteKeys.excludesNull(table, column.name())) {
            sql.words("NOT NULL");
            SqliteOptions.onNull(table, column.name())
                    .ifPresent(action -> sql.words("ON CONFLICT").words(action));
        }
        fill(sql, column, where, key.isPresent());
        String collation = SqliteTypes.collation(column.type());
        sql.when(!collation.isEmpty(), more -> more.words("COLLATE").text(collation));
    }

    private static void primaryKey(Sql sql, Table table, Constraint.PrimaryKey key, Column column) {
        sql.words("CONSTRAINT").name(key.name()).words("PRIMARY KEY");
        SqliteOptions.keyOrder(table, key.name()).forEach(sql::words);
        SqliteOptions.onConflict(table, key.name())
                .ifPresent(action -> sql.words("ON CONFLICT").words(action));
        sql.when(column.fill() instanceof Fill.AutoIncrement, "AUTOINCREMENT");
    }

    private static void fill(Sql sql, Column column, String where, boolean isKey) {
        switch (column.fill()) {
            case Fill.Nothing nothing -> {}
            case Fill.Default(Expression value) -> sql.words("DEFAULT").text(SqliteDefaults.sql(value));
            case Fill.Generated(Expression value, boolean stored) ->
                sql.words("GENERATED ALWAYS AS").parenthesized(value.sql()).words(stored ? "STORED" : "VIRTUAL");
            case Fill.AutoIncrement counted -> {
                if (!isKey) {
                    throw new UnsupportedChangeException(
                            where,
                            "SQLite counts only in a column that is INTEGER and the whole primary key",
                            "make it INTEGER and the primary key, or do not let it count");
                }
            }
            case Fill.Identity identity -> throw sequence(where);
            case Fill.Serial serial -> throw sequence(where);
        }
    }

    private static UnsupportedChangeException sequence(String where) {
        return new UnsupportedChangeException(
                where, "SQLite has no sequences", "make it INTEGER, the primary key, and auto-increment");
    }

    /** Whether the column can be added in place to a table with rows, or fails for the same rows as anywhere. */
    static boolean canBeAdded(Table table, Column column) {
        boolean checked = !SqliteOptions.isStrict(table) || SqliteTypes.admitsDefault(column);
        return checked && !SqliteNames.isRowNumber(column.name()) && isConstant(column.fill());
    }

    private static boolean isConstant(Fill fill) {
        return switch (fill) {
            case Fill.Nothing nothing -> true;
            case Fill.Default(Expression value) -> SqliteDefaults.isConstant(value);
            case Fill.Generated generated -> !generated.stored();
            case Fill.Identity identity -> false;
            case Fill.Serial serial -> false;
            case Fill.AutoIncrement counted -> false;
        };
    }

    /** Whether a foreign key can come with its column: it is the column's alone, and the column is null in every row. */
    static boolean canComeWith(Column column, ForeignKey key) {
        return key.columns().equals(List.of(column.name()))
                && column.nullable()
                && column.fill().equals(Fill.NOTHING)
                && !SqliteNames.isRowNumber(column.name());
    }

    /** Adds a column, and the foreign keys that are its alone. */
    static Statement add(Table table, Column column, List<ForeignKey> keys) {
        Sql sql = SqliteNames.sql("ALTER TABLE").name(table.name().local()).words("ADD COLUMN");
        write(sql, table, column);
        for (ForeignKey key : keys) {
            sql.words("CONSTRAINT").name(key.name());
            SqliteConstraints.reference(sql, table, key);
        }
        Statement statement = Statement.of(sql.toString()).explained(SqliteTables.CATALOG_ONLY);
        return isFilled(column) ? statement : statement.with(Hazard.Kind.DATA_DEPENDENT, unfilled(table, column));
    }

    /** Whether rows that are there get a value that the column lets in. */
    static boolean isFilled(Column column) {
        return column.nullable() || !column.fill().equals(Fill.NOTHING);
    }

    static String unfilled(Table table, Column column) {
        return "fails when %s has rows: %s is NOT NULL and has no default".formatted(table.name(), column.name());
    }

    /** Whether nothing of the table needs the column, it is named like no row number, and a column stays. */
    static boolean canBeDropped(Table table, Column column) {
        Predicate<Expression> mentions = expression ->
                Expressions.mentionsColumn(expression.sql(), table.name().local(), column.name(), Syntax.SQLITE);
        boolean named = SqliteNames.isRowNumber(column.name());
        boolean constrained = table.constraints().stream()
                .anyMatch(constraint -> constraint.columns().contains(column.name())
                        || constraint instanceof Constraint.Check check && mentions.test(check.condition()));
        boolean indexed = table.indexes().stream().anyMatch(index -> uses(index, column.name(), mentions));
        List<Column> others =
                table.columns().stream().filter(other -> !other.equals(column)).toList();
        boolean computedFrom = others.stream()
                .anyMatch(
                        other -> other.fill() instanceof Fill.Generated generated && mentions.test(generated.value()));
        boolean staysTable = others.stream().anyMatch(other -> !(other.fill() instanceof Fill.Generated));
        return !named && !constrained && !indexed && !computedFrom && staysTable;
    }

    private static boolean uses(Index index, String column, Predicate<Expression> mentions) {
        Stream<Expression> keys = index.keys().stream()
                .map(Index.Key::subject)
                .filter(Index.Subject.OfExpression.class::isInstance)
                .map(subject -> ((Index.Subject.OfExpression) subject).expression());
        return References.columnsOf(index).contains(column)
                || Stream.concat(keys, index.predicate().stream()).anyMatch(mentions);
    }

    /** Drops a column. */
    static Statement drop(Table table, Column column) {
        return loses(
                table,
                column,
                Statement.of(SqliteNames.sql("ALTER TABLE")
                                .name(table.name().local())
                                .words("DROP COLUMN")
                                .name(column.name())
                                .toString())
                        .explained("writes every row of " + table.name() + " again, without the column")
                        .with(Hazard.Kind.REWRITE, "every row of " + table.name() + " is written again"));
    }

    /** The statement with the warning that the column's values go; those of a computed column can be computed again. */
    static Statement loses(Table table, Column column, Statement statement) {
        return column.fill() instanceof Fill.Generated
                ? statement
                : statement.with(
                        Hazard.Kind.DATA_LOSS, "the values of %s.%s are lost".formatted(table.name(), column.name()));
    }

    /**
     * Whether a column can be renamed in place. SQLite refuses it for the names of the row number, and fails at it, up to 3.54.1 at least,
     * for a column of a primary key that is in a unique constraint as well when the table has no row numbers.
     */
    static boolean canBeRenamed(Table table, String before, String after) {
        boolean isTwiceKey = !SqliteOptions.hasRowNumbers(table)
                && table.primaryKey()
                        .filter(key -> key.columns().contains(before))
                        .isPresent()
                && table.constraints().stream()
                        .anyMatch(constraint -> constraint instanceof Constraint.Unique unique
                                && unique.columns().contains(before));
        return !isTwiceKey && !SqliteNames.isRowNumber(before) && !SqliteNames.isRowNumber(after);
    }

    /** Renames a column; triggers, views and foreign keys follow by themselves. */
    static Statement rename(Table table, String before, String after) {
        return Statement.of(SqliteNames.sql("ALTER TABLE")
                        .name(table.name().local())
                        .words("RENAME COLUMN")
                        .name(before)
                        .words("TO")
                        .name(after)
                        .toString())
                .explained(SqliteTables.CATALOG_ONLY)
                .with(Hazard.Kind.BREAKING, "programs that say %s.%s no longer work".formatted(table.name(), before));
    }

    /** Lets nulls in, or keeps them out from here on. */
    static Statement setNullable(Table table, Column after) {
        Sql sql = SqliteNames.sql("ALTER TABLE")
                .name(table.name().local())
                .words("ALTER COLUMN")
                .name(after.name())
                .words(after.nullable() ? "DROP NOT NULL" : "SET NOT NULL");
        Statement statement = Statement.of(sql.toString());
        return after.nullable()
                ? statement.explained(SqliteTables.CATALOG_ONLY)
                : statement
                        .explained("reads every row of " + table.name() + " to check it")
                        .with(Hazard.Kind.DATA_DEPENDENT, nulls(table, after));
    }

    static String nulls(Table table, Column column) {
        return "fails when %s.%s is null in a row".formatted(table.name(), column.name());
    }
}
