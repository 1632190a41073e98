package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;
import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.texts;

import dev.decant.model.ObjectName;
import dev.decant.model.eventtrigger.EventTrigger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads event triggers. */
final class PostgresqlEventTriggerReader {
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

    private PostgresqlEventTriggerReader() {}

    static List<EventTrigger> read(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.read(EVENT_TRIGGERS, PostgresqlEventTriggerReader::eventTrigger);
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
}
