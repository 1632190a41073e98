package dev.decant.model.trigger;

import java.util.List;
import java.util.TreeSet;

/**
 * When a trigger runs and what it sees.
 *
 * @param timing before, after, or in the place of the change
 * @param events what it waits for, at least one thing
 * @param columns the columns of which an update must set one; none for any
 * @param level once a row or once a statement
 * @param oldTable the name under which it sees all rows as they were; empty for none
 * @param newTable the name under which it sees all rows as they are; empty for none
 */
public record TriggerMoment(
        TriggerTiming timing,
        List<TriggerEvent> events,
        List<String> columns,
        TriggerLevel level,
        String oldTable,
        String newTable) {
    /** Copies the columns, sorts the events; refuses none. */
    public TriggerMoment {
        events = List.copyOf(new TreeSet<>(events));
        columns = List.copyOf(columns);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a trigger waits for something");
        }
        if (!columns.isEmpty() && !events.contains(TriggerEvent.UPDATE)) {
            throw new IllegalArgumentException("columns matter to a trigger that waits for updates only");
        }
    }

    /** The same for updates of other columns. */
    public TriggerMoment withColumns(List<String> other) {
        return new TriggerMoment(timing, events, other, level, oldTable, newTable);
    }
}
