package dev.decant.postgresql.sql;

import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.sql.Sql;

/** What users are told about things: COMMENT ON. */
public final class PostgresqlComments {
    private PostgresqlComments() {}

    /**
     * A comment set, or removed when it is empty.
     *
     * @param kind the word for the kind of thing: {@code TABLE}
     * @param thing its name as it stands in SQL
     */
    public static Statement on(String kind, String thing, String comment) {
        return statement(is(sql("COMMENT ON").words(kind).text(thing), comment)).explained(PostgresqlLocks.CATALOGUE);
    }

    private static Sql is(Sql sql, String comment) {
        sql.words("IS");
        return comment.isEmpty() ? sql.words("NULL") : sql.literal(comment);
    }
}
