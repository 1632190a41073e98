package dev.decant.sqlite;

import dev.decant.dialect.Statement;
import dev.decant.sql.Sql;
import java.util.List;

/**
 * Where the triggers of a rebuilt table wait, as SQL, until they are created again: SQLite drops them with the table, and a statement
 * cannot run what it reads.
 */
final class SqliteKeptTriggers {
    /** A temporary table: it is gone with a transaction that is undone, and with the session. */
    static final String TABLE = "decant_kept_trigger";

    private SqliteKeptTriggers() {}

    /** The statements that put the triggers of a table aside. */
    static List<Statement> keep(String table) {
        Sql copy = SqliteNames.sql("INSERT INTO")
                .name("temp", TABLE)
                .words("SELECT name, tbl_name, sql FROM")
                .name("main", "sqlite_schema")
                .words("WHERE type = 'trigger' AND tbl_name =")
                .literal(table)
                .words("COLLATE NOCASE");
        return List.of(
                Statement.of("CREATE TEMP TABLE IF NOT EXISTS " + TABLE + " (name TEXT, tbl_name TEXT, sql TEXT)")
                        .explained("a place for the triggers of " + table + ", which go with the old table"),
                Statement.of(copy.toString()).explained("they are created again before the transaction ends"));
    }
}
