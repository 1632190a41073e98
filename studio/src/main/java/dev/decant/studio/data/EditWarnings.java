package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.codec.Place;
import dev.decant.database.browsing.Browsing;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationKey;
import dev.decant.database.browsing.RowEdit;
import dev.decant.failure.Counted;
import dev.decant.studio.connection.Browser;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What else happens when rows are written: rows of other tables that go along or stand in the way, and triggers. */
final class EditWarnings {
    /** Counting ends here. */
    private static final int MOST = 10_000;

    /** Of so many rows it is counted what leads to them. */
    private static final int LOOKED_AT = 200;

    private final Browser browser;
    private final Connection connection;
    private final Relation relation;

    EditWarnings(Browser browser, Connection connection, Relation relation) {
        this.browser = browser;
        this.connection = connection;
        this.relation = relation;
    }

    /** A sentence each. */
    List<String> of(List<RowEdit> edits) throws SQLException {
        List<String> warnings = new ArrayList<>(references(edits));
        for (String word : edits.stream().map(RowEdit::word).distinct().toList()) {
            List<String> triggers = browser.browsing().triggers(connection, relation.name(), word);
            if (!triggers.isEmpty()) {
                String names = String.join(", ", triggers);
                warnings.add(new Counted("the trigger " + names + " runs", "the triggers " + names + " run")
                                .of(triggers.size())
                        + " on each " + word);
            }
        }
        return warnings;
    }

    private List<String> references(List<RowEdit> edits) throws SQLException {
        List<RowEdit.Delete> deletes = edits.stream()
                .filter(RowEdit.Delete.class::isInstance)
                .map(RowEdit.Delete.class::cast)
                .toList();
        Map<RelationKey, Long> counts = new LinkedHashMap<>();
        for (RowEdit.Delete delete : deletes.subList(0, Math.min(deletes.size(), LOOKED_AT))) {
            count(delete, counts);
        }
        List<String> warnings = new ArrayList<>();
        counts.forEach((key, rows) -> sentence(key, rows).ifPresent(warnings::add));
        if (!counts.isEmpty() && deletes.size() > LOOKED_AT) {
            warnings.add("only the first " + LOOKED_AT + " of the rows that go were looked at for this");
        }
        return warnings;
    }

    private void count(RowEdit.Delete delete, Map<RelationKey, Long> counts) throws SQLException {
        Json.Fields key = json(delete.key());
        Browsing browsing = browser.browsing();
        Map<String, String> row = KeyedRow.read(browsing, connection, relation, key);
        for (RelationKey each : relation.referencedBy()) {
            List<@Nullable String> values = new ArrayList<>();
            each.targetColumns().forEach(column -> values.add(row.get(column)));
            Optional<Relation> from = browsing.relation(connection, each.table());
            if (from.isPresent() && !values.contains(null)) {
                long rows = CountEndpoints.counted(
                        connection, browsing.references(from.get(), each.columns(), values, MOST + 1));
                counts.merge(each, rows, Long::sum);
            }
        }
    }

    private static Json.Fields json(Map<String, String> key) {
        Map<String, Json> fields = new LinkedHashMap<>();
        key.forEach((name, value) -> fields.put(name, Json.of(value)));
        return new Json.Fields(fields, Place.NOWHERE);
    }

    private static Optional<String> sentence(RelationKey key, long rows) {
        if (rows == 0) {
            return Optional.empty();
        }
        String count =
                (rows > MOST ? "more than " + Counted.of(MOST, "row") : Counted.of(rows, "row")) + " of " + key.table();
        return Optional.of(
                switch (key.onDelete()) {
                    case "cascade" -> "deletes " + count + ", too: " + key.name() + " is ON DELETE CASCADE";
                    case "set null" ->
                        "sets " + String.join(", ", key.columns()) + " to NULL in " + count + ": " + key.name()
                                + " is ON DELETE SET NULL";
                    case "set default" ->
                        "sets " + String.join(", ", key.columns()) + " to the default in " + count + ": " + key.name()
                                + " is ON DELETE SET DEFAULT";
                    default ->
                        count + new Counted(" stands", " stand").of(rows) + " in the way: " + key.name()
                                + " lets nothing be deleted that it leads to";
                });
    }
}
