package dev.decant.postgresql.sql;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.List;

/** New names for things that live in a namespace: PostgreSQL changes the name and the namespace apart. */
public final class PostgresqlRenames {
    private PostgresqlRenames() {}

    /**
     * One statement; two when both the name and the namespace are others, in an order in which the name between is free; three when none
     * is.
     *
     * @param kind the word for the kind of thing: {@code TABLE}
     * @param explanation the line for the reviewer
     */
    public static List<Statement> of(
            String kind, ObjectName before, ObjectName after, String explanation, SchemaView state) {
        List<Statement> statements = new ArrayList<>();
        ObjectName now = before;
        for (ObjectName next : way(before, after, state)) {
            Statement step = now.schema().equals(next.schema())
                    ? rename(kind, now, next.local())
                    : move(kind, now, next.schema());
            statements.add(step.explained(explanation));
            now = next;
        }
        return statements;
    }

    /**
     * One statement or two for what shares its name with others that take other arguments, so that no name on the way is taken.
     *
     * @param arguments its arguments in parentheses, which stand behind the name that it has
     */
    public static List<Statement> ofDistinct(String kind, ObjectName before, String arguments, ObjectName after) {
        List<Statement> statements = new ArrayList<>();
        if (!before.schema().equals(after.schema())) {
            statements.add(statement(sql("ALTER")
                    .words(kind)
                    .text(name(before) + arguments)
                    .words("SET SCHEMA")
                    .name(after.schema())));
        }
        if (!before.local().equals(after.local())) {
            statements.add(statement(sql("ALTER")
                    .words(kind)
                    .text(name(before.inSchema(after.schema())) + arguments)
                    .words("RENAME TO")
                    .name(after.local())));
        }
        return statements;
    }

    private static List<ObjectName> way(ObjectName before, ObjectName after, SchemaView state) {
        if (before.equals(after)) {
            return List.of();
        }
        if (before.schema().equals(after.schema()) || before.local().equals(after.local())) {
            return List.of(after);
        }
        ObjectName movedFirst = before.inSchema(after.schema());
        ObjectName renamedFirst = before.withLocal(after.local());
        if (!isTaken(movedFirst, state)) {
            return List.of(movedFirst, after);
        }
        ObjectName between = PostgresqlNames.departing(before);
        return isTaken(renamedFirst, state)
                ? List.of(between, between.inSchema(after.schema()), after)
                : List.of(renamedFirst, after);
    }

    /** Whether anything has the name: tables, indexes, sequences and types of a namespace share their names. */
    private static boolean isTaken(ObjectName name, SchemaView state) {
        return state.tables().containsKey(name)
                || state.objects().values().stream()
                        .anyMatch(object -> object.name().equals(name))
                || state.tables().values().stream()
                        .filter(table -> table.name().schema().equals(name.schema()))
                        .anyMatch(table -> isPartOf(name.local(), table));
    }

    private static boolean isPartOf(String name, Table table) {
        return table.part(PartKind.INDEX, name).isPresent()
                || table.part(PartKind.CONSTRAINT, name).isPresent();
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
