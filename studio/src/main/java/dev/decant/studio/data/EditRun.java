package dev.decant.studio.data;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.Browsing;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.database.browsing.RowEdit;
import dev.decant.failure.Counted;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.studio.connection.StatementFailure;
import dev.decant.studio.connection.Writing;
import dev.decant.studio.http.FailureJson;
import dev.decant.studio.http.Reply;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Carries out changes of rows: each statement writes exactly the row that was shown, as it was shown, or none of them writes anything. */
final class EditRun {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EditPlan plan;
    private final Relation relation;
    private final Map<Integer, Json> keys = new TreeMap<>();
    private final List<Json> conflicts = new ArrayList<>();

    EditRun(EditPlan plan) {
        this.plan = plan;
        this.relation = plan.relation();
    }

    Reply reply() {
        long start = System.nanoTime();
        Writing writing = plan.environment().writing();
        writing.in(PATIENCE, connection -> {
            for (EditPlan.Step step : plan.steps()) {
                run(connection, step);
            }
            return new Writing.Outcome<>(true, end());
        });
        if (!conflicts.isEmpty()) {
            return conflict();
        }
        return Reply.of(Json.object()
                .put("rows", plan.steps().size())
                .put("ms", Duration.ofNanos(System.nanoTime() - start).toMillis())
                .put("keys", Json.list(List.copyOf(keys.values())))
                .build());
    }

    /** What is kept was noted before. */
    private Writing.End end() {
        if (!conflicts.isEmpty()) {
            return Writing.End.ROLLBACK;
        }
        plan.steps().forEach(step -> plan.environment().access().note(step.sql().text()));
        return Writing.End.COMMIT;
    }

    private void run(Connection connection, EditPlan.Step step) throws SQLException {
        try {
            List<Json> written = written(connection, step);
            if (written.size() == 1) {
                keys.put(step.number(), written.getFirst());
            } else {
                conflicts.add(conflict(connection, step));
            }
        } catch (SQLException e) {
            throw named(StatementFailure.of(plan.environment().sessions().target(), e), step);
        }
    }

    /** The keys of the rows that were written. */
    private List<Json> written(Connection connection, EditPlan.Step step) throws SQLException {
        BoundSql sql = step.sql();
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            Binding.bind(statement, sql.values());
            try (ResultSet rows = statement.executeQuery()) {
                List<Json> written = new ArrayList<>();
                while (rows.next()) {
                    written.add(step.edit() instanceof RowEdit.Delete ? Json.nothing() : key(rows));
                }
                return written;
            }
        }
    }

    private Json key(ResultSet row) throws SQLException {
        FieldsBuilder key = Json.object();
        List<String> names = relation.rowKey().orElseThrow();
        for (int i = 0; i < names.size(); i++) {
            key.put(names.get(i), String.valueOf(row.getString(i + 1)));
        }
        return key.build();
    }

    private static DecantException named(DecantException e, EditPlan.Step step) {
        Failure failure = e.failures().getFirst();
        return failure.at(failure.where()
                        .orElse("row " + (step.number() + 1) + ": " + step.sql().text()))
                .exception(e);
    }

    private Json conflict(Connection connection, EditPlan.Step step) throws SQLException {
        Map<String, String> key = switch (step.edit()) {
            case RowEdit.Insert insert -> Map.of();
            case RowEdit.Update update -> update.key();
            case RowEdit.Delete delete -> delete.key();
        };
        Set<String> old = switch (step.edit()) {
            case RowEdit.Insert insert -> Set.of();
            case RowEdit.Update update -> update.old().keySet();
            case RowEdit.Delete delete -> delete.old().keySet();
        };
        FieldsBuilder told = Json.object();
        key.forEach(told::put);
        return Json.object()
                .put("edit", step.number())
                .put("key", told.build())
                .put("found", key.isEmpty() ? Json.nothing() : found(connection, key, old))
                .build();
    }

    private Json found(Connection connection, Map<String, String> key, Set<String> old) throws SQLException {
        Browsing browsing = plan.environment().browser().browsing();
        // Long values are left out: they were not shown, and so nobody compares them.
        List<RelationColumn> columns = relation.columns().stream()
                .filter(column -> key.containsKey(column.name())
                        || old.contains(column.name())
                        || !browsing.shown(column).cut())
                .toList();
        BoundSql sql = browsing.row(relation, columns, List.copyOf(key.keySet()), new ArrayList<>(key.values()));
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            Binding.bind(statement, sql.values());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Json.nothing();
                }
                FieldsBuilder found = Json.object();
                for (int i = 0; i < columns.size(); i++) {
                    String value = row.getString(i + 1);
                    found.put(columns.get(i).name(), value == null ? Json.nothing() : value(columns.get(i), value));
                }
                return found.build();
            }
        }
    }

    private static Json value(RelationColumn column, String text) {
        return column.base().equals("bool") ? Json.of(text.startsWith("t")) : Json.of(text);
    }

    private Reply conflict() {
        Failure failure = Failure.of(
                        "DCT-731",
                        new Counted("row is not as it was shown", "rows are not as they were shown")
                                        .behind(conflicts.size())
                                + ", so that nothing was written")
                .at(relation.name().toString())
                .next("look at what is there now, and change it again");
        return Reply.of(Json.object()
                        .put("error", FailureJson.of(failure))
                        .put("conflicts", Json.list(conflicts))
                        .build())
                .withStatus(409);
    }
}
