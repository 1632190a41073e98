package dev.decant.change;

import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.sql.Syntax;
import java.util.List;

/** What is done with changes in a row. */
public final class Changes {
    private Changes() {}

    /**
     * The state after all changes, made in their order.
     *
     * @param syntax how the schema's SQL is written
     * @throws IllegalStateException when one does not fit the state that it meets
     */
    public static Schema apply(List<Change> changes, SchemaView before, Syntax syntax) {
        SchemaBuilder builder = before.toBuilder();
        changes.forEach(change -> change.applyTo(builder, syntax));
        return builder.build();
    }

    /** What brings back the state before all changes. */
    public static List<Change> reverse(List<Change> changes) {
        return changes.reversed().stream().map(Change::reverse).toList();
    }
}
