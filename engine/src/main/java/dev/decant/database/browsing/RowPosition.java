package dev.decant.database.browsing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a page of rows begins. */
public sealed interface RowPosition {
    /** At the first row. */
    record Start() implements RowPosition {}

    /**
     * Behind a row.
     *
     * @param values its values of the columns that rows are ordered by, as text; null for NULL
     */
    record Behind(List<@Nullable String> values) implements RowPosition {
        /** Copies the values. */
        public Behind {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /** Behind so many rows. */
    record Offset(long rows) implements RowPosition {}
}
