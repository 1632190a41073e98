package dev.decant.studio.data;

import dev.decant.database.browsing.Relation;
import dev.decant.studio.connection.StudioEnvironment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are to be brought in.
 *
 * @param environment where to
 * @param relation the table
 * @param columns the columns that get values
 * @param rows their values, row by row
 */
record ImportPlan(
        StudioEnvironment environment, Relation relation, List<String> columns, List<List<@Nullable String>> rows) {
    /** Copies the names. */
    ImportPlan {
        columns = List.copyOf(columns);
    }
}
