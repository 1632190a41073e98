package dev.decant.plan;

import dev.decant.change.Change;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown for changes that wait for each other; some of them may be taken further apart. */
final class CircleException extends DecantException {
    private static final long serialVersionUID = 1L;

    private final transient List<Change> changes;

    /** Says which. */
    CircleException(List<Change> changes) {
        super(Failure.of(
                        "DCT-412",
                        changes.stream()
                                .map(Change::describe)
                                .collect(Collectors.joining("; ", "these changes wait for each other: ", "")))
                .next("make them in two migrations, the second one after the first has been generated"));
        this.changes = List.copyOf(changes);
    }

    /** The changes. */
    List<Change> changes() {
        return changes;
    }
}
