package dev.decant.database.browsing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A change of one row. Values are text that the database reads. */
public sealed interface RowEdit {
    /** What is written to a column. */
    sealed interface Written {
        /** A value. */
        record Text(String value) implements Written {}

        /** No value. */
        record Nothing() implements Written {}

        /** The column's default. */
        record Default() implements Written {}
    }

    /** The word for it. */
    String word();

    /**
     * A new row.
     *
     * @param values what it has; all other columns get their default
     */
    record Insert(Map<String, Written> values) implements RowEdit {
        /** Copies the map. */
        public Insert {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String word() {
            return "insert";
        }
    }

    /**
     * Other values in a row.
     *
     * @param key the values of its row key
     * @param old what columns must still have
     * @param values what it gets
     */
    record Update(Map<String, String> key, Map<String, Written> old, Map<String, Written> values) implements RowEdit {
        /** Copies the maps. */
        public Update {
            key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
            old = Collections.unmodifiableMap(new LinkedHashMap<>(old));
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String word() {
            return "update";
        }
    }

    /**
     * A row that goes.
     *
     * @param key the values of its row key
     * @param old what columns must still have
     */
    record Delete(Map<String, String> key, Map<String, Written> old) implements RowEdit {
        /** Copies the maps. */
        public Delete {
            key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
            old = Collections.unmodifiableMap(new LinkedHashMap<>(old));
        }

        @Override
        public String word() {
            return "delete";
        }
    }
}
