package dev.decant.dsl;

/**
 * A column where it stands, under the name that it has there.
 *
 * @param table its table
 * @param draft the column
 * @param name its name
 */
record ColumnPlace(TableDraft table, ColumnDraft draft, String name) {
    /** The column with its table, for messages. */
    String title() {
        return table.name() + "." + name;
    }
}
