package dev.decant.dsl;

import dev.decant.model.FormerName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import java.util.List;
import java.util.Map;

/**
 * What the classes of a schema say together.
 *
 * @param dialect the id of the dialect for which they are written; empty when there are none
 * @param schema the schema
 * @param formerNames what things were called before
 * @param places where tables, columns, other parts of tables, and objects are declared; an enum is its class, and its type the field that
 *     declares it, if one does
 */
public record Declaration(
        String dialect, Schema schema, List<FormerName> formerNames, Map<Reference, DeclaredAt> places) {
    /** What no class says. */
    public static final Declaration NONE = new Declaration("", Schema.EMPTY, List.of(), Map.of());

    /** Copies the names and the places. */
    public Declaration {
        places = Map.copyOf(places);
        formerNames = List.copyOf(formerNames);
    }
}
