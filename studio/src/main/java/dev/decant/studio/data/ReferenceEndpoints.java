package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.Browsing;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationKey;
import dev.decant.database.browsing.RowFilter;
import dev.decant.database.browsing.RowPlan;
import dev.decant.database.browsing.RowPosition;
import dev.decant.database.browsing.RowRequest;
import dev.decant.failure.Counted;
import dev.decant.failure.Failure;
import dev.decant.model.ObjectName;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Along foreign keys: the row that one leads to, and how many rows lead to one. */
public final class ReferenceEndpoints {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Counting ends here: whoever looks wants to know whether there are some, and about how many. */
    private static final int MOST = 10_000;

    private final Workspace workspace;

    private ReferenceEndpoints(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Adds the addresses. */
    public static void register(Routes routes, Workspace workspace) {
        ReferenceEndpoints endpoints = new ReferenceEndpoints(workspace);
        routes.get("/api/peek", endpoints::peek);
        routes.get("/api/references", endpoints::references);
    }

    private Reply peek(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        RowRequest all = RowQuestion.of(environment, request);
        List<String> columns = RowQuestion.names(request, "columns");
        List<Json> values =
                JsonReader.readSent(request.required("values"), "the values").asItems();
        if (columns.size() != values.size()) {
            throw Failure.of(
                            "DCT-712",
                            "there is not a value for each column: " + Counted.of(columns.size(), "column") + ", "
                                    + Counted.of(values.size(), "value"))
                    .exception();
        }
        List<RowFilter> filters = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            filters.add(equal(columns.get(i), RowQuestion.text(values.get(i))));
        }
        Relation relation = all.relation();
        RowRequest one = new RowRequest(
                relation, relation.columns(), List.of(), filters, Optional.empty(), new RowPosition.Start(), 1);
        RowPlan plan = environment.browser().browsing().rows(one, false);
        Json row = environment.reading().in(PATIENCE, connection -> row(connection, relation, plan));
        return Reply.of(Json.object()
                .put("columns", Json.list(plan.shown(), RowLines::column))
                .put("row", row)
                .build());
    }

    private static RowFilter equal(String column, String value) {
        return new RowFilter(column, RowFilter.Operator.EQUAL, List.of(value));
    }

    private static Json row(Connection connection, Relation relation, RowPlan plan) throws SQLException {
        BoundSql query = plan.queries().getFirst();
        try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
            Binding.bind(statement, query.values());
            Binding.bind(statement, query.values().size() + 1, "1");
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? new RowValues(relation, plan, rows, RowValues.Counting.NONE).json()
                        : Json.nothing();
            }
        }
    }

    private Reply references(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        Relation relation = environment.browser().relation(request.required("schema"), request.required("table"));
        Json.Fields key =
                JsonReader.readSent(request.required("key"), "the key").asFields();
        List<Json.Fields> references = environment.reading().in(PATIENCE, connection -> {
            Map<String, String> row = KeyedRow.read(environment.browser().browsing(), connection, relation, key);
            List<Json.Fields> counted = new ArrayList<>();
            for (RelationKey each : relation.referencedBy()) {
                counted.add(reference(environment, connection, each, row));
            }
            return counted;
        });
        return Reply.of(Json.object().put("references", Json.list(references)).build());
    }

    private static Json.Fields reference(
            StudioEnvironment environment, Connection connection, RelationKey key, Map<String, String> row)
            throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        key.targetColumns().forEach(column -> values.add(row.get(column)));
        long rows = values.contains(null) ? 0 : count(environment, connection, key, values);
        return Json.object()
                .put("name", key.name())
                .put("from", name(key.table()))
                .put("columns", Json.texts(key.columns()))
                .put("values", Cursor.texts(values))
                .put("rows", Math.min(rows, MOST))
                .put("more", rows > MOST)
                .build();
    }

    private static long count(
            StudioEnvironment environment, Connection connection, RelationKey key, List<@Nullable String> values)
            throws SQLException {
        Optional<Relation> from = environment.browser().catalogue().relation(key.table());
        if (from.isEmpty()) {
            return 0; // it is left out by the configuration
        }
        Browsing browsing = environment.browser().browsing();
        return CountEndpoints.counted(connection, browsing.references(from.get(), key.columns(), values, MOST + 1));
    }

    private static Json.Fields name(ObjectName name) {
        return Json.object()
                .put("schema", name.schema())
                .put("name", name.local())
                .build();
    }
}
