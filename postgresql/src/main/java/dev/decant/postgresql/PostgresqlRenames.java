package dev.decant.postgresql;

import static dev.decant.postgresql.PostgresqlText.name;
import static dev.decant.postgresql.PostgresqlText.sql;
import static dev.decant.postgresql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.ObjectName;
import java.util.ArrayList;
import java.util.List;

/** New names for things that live in a namespace: PostgreSQL changes the name and the namespace apart. */
final class PostgresqlRenames {
    private PostgresqlRenames() {}

    /**
     * One statement, or two when both the name and the namespace are others: moved first.
     *
     * @param kind the word for the kind of thing: {@code TABLE}
     * @param explanation the line for the reviewer
     */
    static List<Statement> of(String kind, ObjectName before, ObjectName after, String explanation) {
        List<Statement> statements = new ArrayList<>();
        ObjectName now = before;
        if (!now.schema().equals(after.schema())) {
            statements.add(move(kind, now, after.schema()).explained(explanation));
            now = now.inSchema(after.schema());
        }
        if (!now.local().equals(after.local())) {
            statements.add(rename(kind, now, after.local()).explained(explanation));
        }
        return statements;
    }

    /** The same, renamed first: for when the old name is taken in the new namespace. */
    static List<Statement> renamedFirst(String kind, ObjectName before, ObjectName after, String explanation) {
        return List.of(
                rename(kind, before, after.local()).explained(explanation),
                move(kind, before.withLocal(after.local()), after.schema()).explained(explanation));
    }

    private static Statement rename(String kind, ObjectName thing, String local) {
        return statement(
                sql("ALTER").words(kind).text(name(thing)).words("RENAME TO").name(local));
    }

    private static Statement move(String kind, ObjectName thing, String namespace) {
        return statement(
                sql("ALTER").words(kind).text(name(thing)).words("SET SCHEMA").name(namespace));
    }
}
