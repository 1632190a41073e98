package dev.decant.postgresql;

import static dev.decant.postgresql.PostgresqlCatalogue.text;
import static dev.decant.postgresql.PostgresqlCatalogue.texts;
import static dev.decant.postgresql.PostgresqlText.name;
import static dev.decant.postgresql.PostgresqlText.sql;
import static dev.decant.postgresql.PostgresqlText.statement;

import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.eventtrigger.EventTrigger;
import dev.decant.model.trigger.TriggerState;
import dev.decant.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Event triggers, which only a superuser makes. */
final class PostgresqlEventTriggers implements ObjectSupport<EventTrigger> {
    /** One belongs to whoever looks at the namespace of its function. */
    private static final String EVENT_TRIGGERS = """
            SELECT t.evtname AS name, t.evtevent, t.evttags, n.nspname AS function_namespace, p.proname AS function, t.evtenabled,
              obj_description(t.oid, 'pg_event_trigger') AS comment
            FROM pg_event_trigger t
            JOIN pg_proc p ON p.oid = t.evtfoid
            JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE p.pronamespace = ANY (?)
              AND NOT EXISTS (
                SELECT FROM pg_depend d
                WHERE d.classid = 'pg_event_trigger'::regclass AND d.objid = t.oid AND d.deptype = 'e')
            """;

    static List<EventTrigger> read(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.read(EVENT_TRIGGERS, PostgresqlEventTriggers::eventTrigger);
    }

    private static EventTrigger eventTrigger(ResultSet row) throws SQLException {
        return new EventTrigger(
                ObjectName.of(row.getString("name")),
                row.getString("evtevent"),
                texts(row, "evttags"),
                ObjectName.of(row.getString("function_namespace"), row.getString("function")),
                PostgresqlTriggerReader.state(row.getString("evtenabled")),
                text(row, "comment"));
    }

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
