package dev.decant.sqlite;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.Table;
import dev.decant.sql.Sql;

/** Indexes in SQL. SQLite cannot rename one, so another is made. */
final class SqliteIndexes {
    private SqliteIndexes() {}

    /** Creates an index. */
    static Statement create(Table table, Index index) {
        requirePlain(table, index);
        Sql sql = SqliteNames.sql("CREATE")
                .when(index.unique(), "UNIQUE")
                .words("INDEX")
                .name(index.name())
                .words("ON")
                .name(table.name().local())
                .list(index.keys(), SqliteIndexes::key);
        index.predicate().ifPresent(predicate -> sql.words("WHERE").text(predicate.sql()));
        Statement statement = Statement.of(sql.toString()).explained("reads and sorts every row of " + table.name());
        return index.unique()
                ? statement.with(
                        Hazard.Kind.DATA_DEPENDENT,
                        "fails when two rows of %s share a key of %s".formatted(table.name(), index.name()))
                : statement;
    }

    private static void key(Sql sql, Index.Key key) {
        switch (key.subject()) {
            case Index.Subject.OfColumn(String column) -> sql.name(column);
            case Index.Subject.OfExpression(Expression expression)
            when key.collation().isPresent() -> sql.parenthesized(expression.sql());
            case Index.Subject.OfExpression(Expression expression) -> sql.text(expression.sql());
        }
        key.collation().ifPresent(collation -> sql.words("COLLATE").name(collation.local()));
        sql.when(key.descending(), "DESC");
    }

    /** Drops an index. */
    static Statement drop(Index index) {
        return Statement.of(SqliteNames.sql("DROP INDEX").name(index.name()).toString())
                .explained(SqliteTables.CATALOG_ONLY);
    }

    private static void requirePlain(Table table, Index index) {
        require(table, index, index.method().isEmpty(), "index method " + index.method());
        require(table, index, !index.nullsNotDistinct(), "NULLS NOT DISTINCT");
        require(table, index, index.include().isEmpty(), "INCLUDE");
        require(table, index, index.storage().isEmpty(), "storage parameters");
        for (Index.Key key : index.keys()) {
            require(table, index, key.operatorClass().isEmpty(), "operator classes");
            require(table, index, key.nulls() == Index.Nulls.DEFAULT, "NULLS FIRST and NULLS LAST in an index");
        }
    }

    private static void require(Table table, Index index, boolean fits, String what) {
        if (!fits) {
            throw new UnsupportedChangeException(
                    "index " + index.name() + " of " + table.name(), "SQLite has no " + what, "leave it away");
        }
    }
}
