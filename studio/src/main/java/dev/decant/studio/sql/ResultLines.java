package dev.decant.studio.sql;

import dev.decant.codec.Json;
import dev.decant.codec.JsonWriter;
import dev.decant.database.browsing.Browsing;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.studio.data.CellReference;
import dev.decant.studio.data.ShownRow;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the rows that a statement gave, a line each. */
final class ResultLines {
    /** The most bytes of a value that is sent as a whole. */
    static final int LONGEST = 64 * 1024;

    private static final int HEAD = 256;

    private final Browsing browsing;
    private final Writer out;

    ResultLines(Browsing browsing, Writer out) {
        this.browsing = browsing;
        this.out = out;
    }

    /**
     * What is told of rows.
     *
     * @param columns the columns
     * @param query the name by which the query is run again for the rest of a long value, the empty one when it cannot be; nothing when the values
     *     come as they are, without their lengths
     */
    record Answer(List<RelationColumn> columns, Optional<String> query) {}

    /** Writes an event. */
    void event(Json event) throws IOException {
        out.write(JsonWriter.line(event) + "\n");
    }

    /** Writes the columns, then at most so many rows; says how many there were, which is one more than that when there are others. */
    int rows(ResultSet rows, Answer answer, int limit) throws SQLException, IOException {
        columns(answer.columns());
        int read = 0;
        StringBuilder line = new StringBuilder();
        while (read <= limit && rows.next()) {
            read++;
            if (read <= limit) {
                line.setLength(0);
                row(rows, answer, read - 1, line);
                out.append(line.append('\n'));
            }
        }
        return read;
    }

    private void columns(List<RelationColumn> columns) throws IOException {
        event(Json.object()
                .put("event", "columns")
                .put(
                        "columns",
                        Json.list(
                                columns,
                                column -> Json.object()
                                        .put("name", column.name())
                                        .put("type", column.type())
                                        .put("base", column.base())
                                        .build()))
                .build());
    }

    private void row(ResultSet row, Answer answer, int number, StringBuilder line) throws SQLException {
        line.append('[');
        int at = 1;
        for (int i = 0; i < answer.columns().size(); i++) {
            RelationColumn column = answer.columns().get(i);
            line.append(i == 0 ? "" : ",");
            String value = row.getString(at++);
            boolean hasLength =
                    answer.query().isPresent() && browsing.shown(column).cut();
            String length = hasLength ? row.getString(at++) : null;
            if (length != null) {
                String query = answer.query().orElseThrow();
                String reference = query.isEmpty() ? "" : CellReference.counted(query, i, number, fingerprint(row));
                line.append(JsonWriter.line(big(column, value, Long.parseLong(length), reference)));
            } else {
                value(value, column, line);
            }
        }
        line.append(']');
    }

    private static String fingerprint(ResultSet row) throws SQLException {
        return ShownRow.fingerprint(row, 0, row.getMetaData().getColumnCount());
    }

    private void value(@Nullable String value, RelationColumn column, StringBuilder line) {
        if (value == null) {
            line.append("null");
        } else if (column.base().equals("bool")) {
            line.append(value.startsWith("t"));
        } else if (value.length() > LONGEST) {
            line.append(JsonWriter.line(big(column, value, length(column, value), "")));
        } else {
            JsonWriter.quote(value, line);
        }
    }

    private long length(RelationColumn column, String value) {
        boolean bytes = browsing.shown(column).kind().equals("bytes");
        return bytes ? value.length() / 2 - 1 : value.getBytes(StandardCharsets.UTF_8).length;
    }

    private Json big(RelationColumn column, @Nullable String value, long length, String reference) {
        String text = value == null ? "" : value;
        return Json.object()
                .put("$", "big")
                .put("kind", browsing.shown(column).kind())
                .put("length", length)
                .put("head", text.length() > 2 * HEAD + 2 ? text.substring(0, HEAD) : text)
                .put("ref", reference)
                .build();
    }
}
