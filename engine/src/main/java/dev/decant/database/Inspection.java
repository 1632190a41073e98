package dev.decant.database;

import dev.decant.model.Schema;
import java.util.List;

/**
 * What an inspection of a database found.
 *
 * @param schema what can be said of it, in the canonical form of the dialect
 * @param unknown what else is there in the namespaces that were looked at, in order
 */
public record Inspection(Schema schema, List<UnknownObject> unknown) {
    /** Copies and sorts. */
    public Inspection {
        unknown = unknown.stream().sorted().toList();
    }
}
