package dev.decant.studio.data;

import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RowEdit;
import dev.decant.studio.connection.StudioEnvironment;
import java.util.List;

/**
 * Changes of rows that somebody has seen as statements.
 *
 * @param environment where
 * @param relation the table
 * @param steps a statement for each row, in the order in which they run
 */
record EditPlan(StudioEnvironment environment, Relation relation, List<Step> steps) {
    /** Copies the list. */
    EditPlan {
        steps = List.copyOf(steps);
    }

    /**
     * A change and its statement.
     *
     * @param number which of those that were sent
     */
    record Step(int number, RowEdit edit, BoundSql sql) {}
}
