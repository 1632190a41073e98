package dev.decant.postgresql.routine;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.eventtrigger.EventTrigger;
import dev.decant.model.trigger.TriggerState;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/** Event triggers, which only a superuser makes. */
public final class PostgresqlEventTriggers implements ObjectSupport<EventTrigger> {
    @Override
    public ObjectKind<EventTrigger> kind() {
        return EventTrigger.KIND;
    }

    @Override
    public List<Statement> create(EventTrigger trigger, SchemaView before) {
        Sql sql = sql("CREATE EVENT TRIGGER")
                .text(name(trigger.name()))
                .words("ON")
                .name(trigger.event());
        sql.when(
                !trigger.tags().isEmpty(),
                tagged -> tagged.newLine().words("WHEN TAG IN").list(trigger.tags(), Sql::literal));
        sql.newLine().words("EXECUTE FUNCTION").text(name(trigger.function()) + "()");
        List<Statement> statements = new ArrayList<>();
        statements.add(statement(sql).explained(PostgresqlLocks.NEW_OBJECT));
        if (trigger.state() != TriggerState.ENABLED) {
            statements.add(state(trigger));
        }
        return statements;
    }

    @Override
    public List<Statement> drop(EventTrigger trigger, SchemaView before) {
        return List.of(
                statement(sql("DROP EVENT TRIGGER").text(name(trigger.name()))).explained(PostgresqlLocks.CATALOGUE));
    }

    @Override
    public boolean altersInPlace(EventTrigger trigger, EventTrigger after) {
        return bare(trigger).equals(bare(after));
    }

    private static EventTrigger bare(EventTrigger trigger) {
        return trigger.withState(TriggerState.ENABLED).withComment("");
    }

    @Override
    public List<Statement> alter(EventTrigger trigger, EventTrigger after, SchemaView before) {
        return trigger.state() == after.state() ? List.of() : List.of(state(after));
    }

    private static Statement state(EventTrigger trigger) {
        String word = switch (trigger.state()) {
            case ENABLED -> "ENABLE";
            case DISABLED -> "DISABLE";
            case REPLICA -> "ENABLE REPLICA";
            case ALWAYS -> "ENABLE ALWAYS";
        };
        return statement(sql("ALTER EVENT TRIGGER").text(name(trigger.name())).words(word))
                .explained(PostgresqlLocks.CATALOGUE);
    }

    @Override
    public List<Statement> rename(EventTrigger trigger, ObjectName after, SchemaView before) {
        return List.of(statement(sql("ALTER EVENT TRIGGER")
                        .text(name(trigger.name()))
                        .words("RENAME TO")
                        .text(name(after)))
                .explained(PostgresqlLocks.CATALOGUE));
    }

    @Override
    public List<Statement> comment(EventTrigger trigger) {
        return List.of(PostgresqlComments.on("EVENT TRIGGER", name(trigger.name()), trigger.comment()));
    }
}
