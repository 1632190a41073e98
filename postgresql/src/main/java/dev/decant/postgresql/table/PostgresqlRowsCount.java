package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;

import dev.decant.dialect.DataCheck;
import dev.decant.dialect.DataCheck.Kind;
import dev.decant.dialect.DataCheck.Rows;
import dev.decant.failure.Counted;
import dev.decant.model.ObjectName;
import java.util.Optional;

/** How many rows are in the way of a change, and what is said of them. */
final class PostgresqlRowsCount {
    private PostgresqlRowsCount() {}

    static Counted things(String thing, String rest) {
        return new Counted(thing + " of " + rest, thing + "s of " + rest);
    }

    static Counted rows(ObjectName table, String one, String many, String rest) {
        return new Counted("row of " + table + " " + one + " " + rest, "rows of " + table + " " + many + " " + rest);
    }

    static DataCheck count(Kind kind, Counted subject, ObjectName table, String condition) {
        return new DataCheck(
                kind,
                subject,
                "SELECT count(*) FROM " + name(table) + " WHERE " + condition,
                Optional.of(new Rows(table, condition)));
    }
}
