package dev.decant.dsl;

import dev.decant.model.FormerName;
import dev.decant.model.Schema;
import java.util.List;

/**
 * What the classes of a schema say together.
 *
 * @param dialect the id of the dialect for which they are written; empty when there are none
 * @param schema the schema
 * @param formerNames what things were called before
 */
public record Declaration(String dialect, Schema schema, List<FormerName> formerNames) {
    /** Copies the names. */
    public Declaration {
        formerNames = List.copyOf(formerNames);
    }
}
