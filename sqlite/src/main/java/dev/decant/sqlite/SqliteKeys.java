package dev.decant.sqlite;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Fill;
import dev.decant.model.Table;
import java.util.List;
import java.util.Optional;

/** What a primary key means for the columns in it: rowidtable.html, withoutrowid.html, stricttables.html. */
final class SqliteKeys {
    private SqliteKeys() {}

    /** The column that is the number of the row: the only one of the key, of type INTEGER, in a table that has such numbers. */
    static Optional<String> rowNumber(Table table) {
        return inlineKey(table)
                .filter(key -> SqliteOptions.hasRowNumbers(table) && !isBackwards(table, key))
                .map(key -> key.columns().getFirst());
    }

    /** The primary key when it is written with its column: it has but one, of type INTEGER. */
    static Optional<Constraint.PrimaryKey> inlineKey(Table table) {
        return table.primaryKey()
                .filter(key -> key.columns().size() == 1)
                .filter(key -> table.column(key.columns().getFirst())
                        .filter(column -> SqliteTypes.isRowNumber(column.type()))
                        .isPresent());
    }

    /** INTEGER PRIMARY KEY DESC is no row number, for the sake of an old mistake: lang_createtable.html. */
    private static boolean isBackwards(Table table, Constraint.PrimaryKey key) {
        return SqliteOptions.keyOrder(table, key.name()).equals(List.of("DESC"));
    }

    /** Whether the key itself keeps nulls out of the column. */
    static boolean excludesNull(Table table, String column) {
        boolean inKey =
                table.primaryKey().filter(key -> key.columns().contains(column)).isPresent();
        boolean complete = !SqliteOptions.hasRowNumbers(table) || SqliteOptions.isStrict(table);
        return inKey && (complete || rowNumber(table).filter(column::equals).isPresent());
    }

    /** Whether the table counts in {@code sqlite_sequence}. */
    static boolean isCounted(Table table) {
        return table.columns().stream().map(Column::fill).anyMatch(Fill.AutoIncrement.class::isInstance);
    }
}
