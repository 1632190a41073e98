package dev.decant.postgresql;

import static dev.decant.postgresql.PostgresqlText.name;
import static dev.decant.postgresql.PostgresqlText.sql;
import static dev.decant.postgresql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.sql.Sql;

/** What users are told about things: COMMENT ON. */
final class PostgresqlComments {
    private PostgresqlComments() {}

    /**
     * A comment set, or removed when it is empty.
     *
     * @param kind the word for the kind of thing: {@code TABLE}
     * @param thing its name as it stands in SQL
     */
    static Statement on(String kind, String thing, String comment) {
        return statement(is(sql("COMMENT ON").words(kind).text(thing), comment)).explained(PostgresqlLocks.CATALOGUE);
    }

    /** The comment of a table. */
    static Statement onTable(Table table) {
        return on(PostgresqlTables.word(table.options()), name(table.name()), table.comment())
                .explained(PostgresqlLocks.gentle(table.name()));
    }

    /** The comment of a part of a table. */
    static Statement onPart(ObjectName table, TablePart part) {
        Statement statement = switch (part) {
            case Column column -> on("COLUMN", name(table) + "." + name(column.name()), column.comment());
            case Constraint constraint ->
                on("CONSTRAINT", name(constraint.name()) + " ON " + name(table), constraint.comment());
            case Index index -> on("INDEX", name(table.withLocal(index.name())), index.comment());
        };
        return statement.explained(PostgresqlLocks.gentle(table));
    }

    private static Sql is(Sql sql, String comment) {
        sql.words("IS");
        return comment.isEmpty() ? sql.words("NULL") : sql.literal(comment);
    }
}
