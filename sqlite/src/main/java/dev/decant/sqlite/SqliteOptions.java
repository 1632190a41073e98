package dev.decant.sqlite;

import dev.decant.model.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What SQLite knows of a table beyond the model's own words: the keys of {@link Table#options()}, and what they mean. */
final class SqliteOptions {
    /** Whether values must be of their column's type: {@code true} or not there. */
    static final String STRICT = "strict";

    /** Whether the primary key is where the rows are kept: {@code true} or not there. */
    static final String WITHOUT_ROWID = "without_rowid";

    private static final String ON = "true";
    private static final String ON_CONFLICT = "on_conflict.";
    private static final String ON_CONFLICT_NULL = "on_conflict_null.";
    private static final String KEY_ORDER = "key_order.";

    private SqliteOptions() {}

    static boolean isStrict(Table table) {
        return ON.equals(table.options().get(STRICT));
    }

    static boolean hasRowNumbers(Table table) {
        return !ON.equals(table.options().get(WITHOUT_ROWID));
    }

    /** What happens to a row that breaks the constraint, when not ABORT: {@code REPLACE}. */
    static Optional<String> onConflict(Table table, String constraint) {
        return Optional.ofNullable(table.options().get(ON_CONFLICT + constraint));
    }

    /** What happens to a row with a null in a column that is not nullable, when not ABORT. */
    static Optional<String> onNull(Table table, String column) {
        return Optional.ofNullable(table.options().get(ON_CONFLICT_NULL + column));
    }

    /** What follows each column of a key, such as {@code COLLATE NOCASE DESC}; empty when nothing follows any. */
    static List<String> keyOrder(Table table, String constraint) {
        String order = table.options().get(KEY_ORDER + constraint);
        return order == null ? List.of() : List.of(order.split(",", -1));
    }

    /** Puts in what is not ABORT. */
    static void putOnConflict(Map<String, String> options, String constraint, String action) {
        putUnlessEmpty(options, ON_CONFLICT + constraint, action);
    }

    /** Puts in what is not ABORT. */
    static void putOnNull(Map<String, String> options, String column, String action) {
        putUnlessEmpty(options, ON_CONFLICT_NULL + column, action);
    }

    /** Puts in what is not the usual order. */
    static void putKeyOrder(Map<String, String> options, String constraint, List<String> order) {
        boolean usual = order.stream().allMatch(String::isEmpty);
        putUnlessEmpty(options, KEY_ORDER + constraint, usual ? "" : String.join(",", order));
    }

    static void putSwitch(Map<String, String> options, String key) {
        options.put(key, ON);
    }

    private static void putUnlessEmpty(Map<String, String> options, String key, String value) {
        if (!value.isEmpty()) {
            options.put(key, value);
        }
    }

    /** Switches that are on are {@code true}, those that are off are not there. */
    static Map<String, String> canonical(Map<String, String> options) {
        Map<String, String> canonical = new TreeMap<>(options);
        for (String name : List.of(STRICT, WITHOUT_ROWID)) {
            String value = canonical.remove(name);
            if (ON.equalsIgnoreCase(value)) {
                canonical.put(name, ON);
            }
        }
        return canonical;
    }
}
