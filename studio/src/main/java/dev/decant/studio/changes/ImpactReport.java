package dev.decant.studio.changes;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.config.PrintPolicy;
import dev.decant.database.LiveSession;
import dev.decant.database.Monitor;
import dev.decant.database.TableSize;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import dev.decant.plan.Dependants;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.workflow.Difference;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What it means in a database that a table is changed: how big it is, who uses it at the moment, and what rests on it. */
final class ImpactReport {
    private final StudioEnvironment environment;
    private final Difference difference;
    private final ObjectName table;

    ImpactReport(StudioEnvironment environment, Difference difference, ObjectName table) {
        this.environment = environment;
        this.difference = difference;
        this.table = table;
    }

    Json.Fields now() {
        return environment.sessions().with(this::read);
    }

    private Json.Fields read(Connection connection) throws SQLException {
        Monitor monitor = environment.target().database().monitor();
        Optional<TableSize> size = monitor.sizes(connection).stream()
                .filter(each -> each.table().equals(table))
                .findFirst();
        return Json.object()
                .put("table", ChangeList.json(table))
                .put("exists", size.isPresent())
                .put("bytes", size.map(TableSize::bytes).orElse(0L))
                .put("tableBytes", size.map(TableSize::tableBytes).orElse(0L))
                .put("indexBytes", size.map(TableSize::indexBytes).orElse(0L))
                .put("estimatedRows", size.map(TableSize::rows).orElse(-1L))
                .put("locks", locks(monitor.users(connection, table)))
                .put("dependants", Json.list(dependants()))
                .build();
    }

    private Json locks(List<LiveSession> sessions) {
        PrintPolicy policy = environment.configuration().printPolicy();
        return Json.list(sessions.stream()
                .flatMap(session -> session.locks().stream()
                        .map(lock -> Json.object()
                                .put("session", session.id())
                                .put("user", session.user())
                                .put("application", session.application())
                                .put("mode", lock.mode())
                                .put("granted", lock.granted())
                                .put(
                                        "seconds",
                                        session.transaction()
                                                .map(Duration::toSeconds)
                                                .orElse(0L))
                                .put("query", policy.shown(session.query()))
                                .build()))
                .toList());
    }

    private List<Json.Fields> dependants() {
        Dependants dependants = Dependants.of(table, difference.before(), difference.dialect());
        List<Json.Fields> all = new ArrayList<>();
        for (Dependants.PointingKey key : dependants.foreignKeys()) {
            all.add(Json.object()
                    .put("kind", "foreign key")
                    .put("name", key.key().name())
                    .put("relation", ChangeList.json(key.from()))
                    .put(
                            "how",
                            key.from() + " points at "
                                    + String.join(", ", key.key().targetColumns()) + " with "
                                    + String.join(", ", key.key().columns()))
                    .build());
        }
        dependants.objects().forEach(object -> all.add(dependant(object, "rests on it")));
        dependants.later().stream()
                .filter(object -> !dependants.objects().contains(object))
                .forEach(object -> all.add(dependant(object, "mentions it in its code")));
        return all;
    }

    private static Json.Fields dependant(SchemaObject object, String how) {
        FieldsBuilder fields = Json.object()
                .put("kind", object.kind().id())
                .put("name", object.key().name() + object.distinction())
                .put("how", how);
        if (object.kind().id().contains("view")) {
            fields.put("relation", ChangeList.json(object.name()));
        }
        return fields.build();
    }
}
