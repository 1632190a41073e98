package dev.decant.studio.data;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.codec.JsonWriter;
import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.RowPlan;
import dev.decant.database.browsing.RowPlan.Paging;
import dev.decant.database.browsing.RowPlan.ShownColumn;
import dev.decant.database.browsing.RowPosition;
import dev.decant.database.browsing.RowRequest;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes a page of rows, a line each, as they come from the database. */
final class RowLines {
    /** How far rows are counted off that no key tells apart. */
    static final long MOST_SKIPPED = 100_000;

    private static final int FETCHED = 1000;

    private final RowRequest request;
    private final RowPlan plan;
    private final Supplier<String> query;
    private final Writer out;
    private final StringBuilder line = new StringBuilder();
    private int written;
    private @Nullable String last;

    /**
     * A page of rows.
     *
     * @param query keeps the query for all rows, and gives its name
     */
    RowLines(RowRequest request, RowPlan plan, Supplier<String> query, Writer out) {
        this.request = request;
        this.plan = plan;
        this.query = query;
        this.out = out;
    }

    /**
     * Writes the line that tells the columns, at once.
     *
     * @param sorted about how many rows the database sorts to read a page, when it does
     */
    void head(OptionalLong sorted) throws IOException {
        List<Json.Fields> columns =
                plan.shown().stream().map(shown -> column(shown)).toList();
        FieldsBuilder head = Json.object()
                .put("columns", Json.list(columns))
                .put("key", request.relation().rowKey().<Json>map(Json::texts).orElseGet(Json::nothing))
                .put("paging", plan.paging().word());
        sorted.ifPresent(rows -> head.put("sorts", rows));
        out.write(JsonWriter.line(head.build()) + "\n");
        out.flush();
    }

    static Json.Fields column(ShownColumn shown) {
        return Json.object()
                .put("name", shown.column().name())
                .put("type", shown.column().type())
                .put("base", shown.column().base())
                .build();
    }

    /** Writes the rows; says where the next page begins, if there is one. */
    Optional<String> rows(Connection connection) throws SQLException, IOException {
        requireNear();
        int wanted = request.limit() + 1; // one more, to know whether there is a next page
        for (BoundSql query : plan.queries()) {
            if (written < wanted) {
                rows(connection, query, wanted - written);
            }
        }
        return written > request.limit() ? Optional.ofNullable(next()) : Optional.empty();
    }

    private void requireNear() {
        if (request.from() instanceof RowPosition.Offset(long rows) && rows > MOST_SKIPPED) {
            throw Failure.of("DCT-711", "nothing tells the rows apart, so that pages end at row " + MOST_SKIPPED)
                    .at(request.relation().name().toString())
                    .next("filter, or sort by something else, to see others")
                    .exception();
        }
    }

    private @Nullable String next() {
        return plan.paging() == Paging.OFFSET ? Cursor.offset(skipped() + request.limit()) : last;
    }

    private long skipped() {
        return request.from() instanceof RowPosition.Offset(long rows) ? rows : 0;
    }

    /** What leads to a value of the row that is written. */
    private String counted(int place, String fingerprint) {
        return CellReference.counted(query.get(), place, skipped() + written - 1, fingerprint);
    }

    private void rows(Connection connection, BoundSql query, int limit) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
            Binding.bind(statement, query.values());
            Binding.bind(statement, query.values().size() + 1, String.valueOf(limit));
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = awaited(statement)) {
                while (rows.next()) {
                    written++;
                    if (written <= request.limit()) {
                        row(rows);
                    }
                }
            }
        }
    }

    private ResultSet awaited(PreparedStatement statement) throws SQLException {
        try (Attention attention = Attention.to(out, statement)) {
            return statement.executeQuery();
        }
    }

    private void row(ResultSet row) throws SQLException, IOException {
        line.setLength(0);
        RowValues values = new RowValues(request.relation(), plan, row, this::counted);
        values.appendTo(line);
        out.append(line.append('\n'));
        if (written == request.limit()) {
            last = Cursor.behind(place(values));
        }
    }

    private List<@Nullable String> place(RowValues values) throws SQLException {
        return plan.paging() == Paging.PHYSICAL ? values.identity() : new ArrayList<>(values.order());
    }
}
