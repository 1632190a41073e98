package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.codec.JsonWriter;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RowPlan;
import dev.decant.database.browsing.RowPlan.ShownColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one row: those that are shown, where it stands in the order, by what it is found again. */
record RowValues(Relation relation, RowPlan plan, ResultSet row, Counting counting) {
    /** How a row is found again that nothing tells from others. */
    @FunctionalInterface
    interface Counting {
        /** There is no way. */
        Counting NONE = (place, fingerprint) -> "";

        /** What leads to a value of it. */
        String reference(int place, String fingerprint);
    }

    /** Appends the values as a list of JSON. */
    void appendTo(StringBuilder line) throws SQLException {
        line.append('[');
        int at = 1;
        int place = 0;
        for (ShownColumn shown : plan.shown()) {
            if (at > 1) {
                line.append(',');
            }
            String value = row.getString(at++);
            String length = shown.cut() ? row.getString(at++) : null;
            append(line, place++, value, length);
        }
        line.append(']');
    }

    private void append(StringBuilder line, int place, @Nullable String value, @Nullable String length)
            throws SQLException {
        ShownColumn shown = plan.shown().get(place);
        if (length != null) {
            Json big = Json.object()
                    .put("$", "big")
                    .put("kind", shown.kind())
                    .put("length", Long.parseLong(length))
                    .put("head", value == null ? "" : value)
                    .put("ref", reference(place))
                    .build();
            line.append(JsonWriter.line(big));
        } else if (value == null) {
            line.append("null");
        } else if (shown.column().base().equals("bool")) {
            line.append(value.startsWith("t"));
        } else {
            JsonWriter.quote(value, line);
        }
    }

    private String reference(int place) throws SQLException {
        return plan.identity().isEmpty()
                ? counting.reference(place, ShownRow.fingerprint(row, 0, shownColumns()))
                : CellReference.keyed(relation, plan.shown().get(place).column(), plan.identity(), identity());
    }

    /** The values as a list of JSON. */
    Json json() throws SQLException {
        StringBuilder line = new StringBuilder();
        appendTo(line);
        return JsonReader.readSent(line.toString(), "the row");
    }

    /** The values of the columns of the order. */
    List<@Nullable String> order() throws SQLException {
        return texts(shownColumns(), plan.order());
    }

    /** The values of the columns of the identity. */
    List<@Nullable String> identity() throws SQLException {
        return texts(shownColumns() + plan.order(), plan.identity().size());
    }

    private int shownColumns() {
        return plan.shown().size()
                + (int) plan.shown().stream().filter(ShownColumn::cut).count();
    }

    private List<@Nullable String> texts(int before, int count) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            texts.add(row.getString(before + i));
        }
        return texts;
    }
}
