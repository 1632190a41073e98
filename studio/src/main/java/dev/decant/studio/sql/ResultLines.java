package dev.decant.studio.sql;

import dev.decant.codec.Json;
import dev.decant.codec.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows that a statement gave, a line each. */
final class ResultLines {
    /** What is longer is cut: there is no row of a table to which the rest would belong. */
    private static final int LONGEST = 64 * 1024;

    private static final int HEAD = 256;

    private final Writer out;
    private final List<String> types = new ArrayList<>();

    ResultLines(Writer out) {
        this.out = out;
    }

    /** Writes an event. */
    void event(Json event) throws IOException {
        out.write(JsonWriter.line(event) + "\n");
    }

    /** Writes the columns, then at most so many rows; says how many there were, which is one more than that when there are others. */
    int rows(ResultSet rows, int limit) throws SQLException, IOException {
        columns(rows.getMetaData());
        int read = 0;
        StringBuilder line = new StringBuilder();
        while (read <= limit && rows.next()) {
            read++;
            if (read <= limit) {
                line.setLength(0);
                row(rows, line);
                out.append(line.append('\n'));
            }
        }
        return read;
    }

    private void columns(ResultSetMetaData told) throws SQLException, IOException {
        types.clear();
        List<Json.Fields> columns = new ArrayList<>();
        for (int i = 1; i <= told.getColumnCount(); i++) {
            String type = told.getColumnTypeName(i);
            types.add(type);
            boolean array = type.startsWith("_");
            columns.add(Json.object()
                    .put("name", told.getColumnLabel(i))
                    .put("type", array ? type.substring(1) + "[]" : type)
                    .put("base", array ? "array" : type)
                    .build());
        }
        event(Json.object()
                .put("event", "columns")
                .put("columns", Json.list(columns))
                .build());
    }

    private void row(ResultSet row, StringBuilder line) throws SQLException {
        line.append('[');
        for (int i = 0; i < types.size(); i++) {
            line.append(i == 0 ? "" : ",");
            value(row.getString(i + 1), types.get(i), line);
        }
        line.append(']');
    }

    private static void value(@Nullable String value, String type, StringBuilder line) {
        if (value == null) {
            line.append("null");
        } else if (type.equals("bool")) {
            line.append(value.startsWith("t"));
        } else if (value.length() > LONGEST) {
            line.append(JsonWriter.line(big(value, type)));
        } else {
            JsonWriter.quote(value, line);
        }
    }

    private static Json big(String value, String type) {
        boolean bytes = type.equals("bytea");
        return Json.object()
                .put("$", "big")
                .put("kind", bytes ? "bytes" : type.startsWith("json") ? "json" : "text")
                .put("length", bytes ? value.length() / 2 - 1 : value.getBytes(StandardCharsets.UTF_8).length)
                .put("head", value.substring(0, HEAD))
                .put("ref", "")
                .build();
    }
}
