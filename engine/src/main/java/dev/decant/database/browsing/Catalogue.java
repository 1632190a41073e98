package dev.decant.database.browsing;

import dev.decant.model.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is with rows in a database.
 *
 * @param namespaces the namespaces, in order, those without relations too
 * @param relations the relations, in order of their names
 * @param enums the labels of each enum type
 */
public record Catalogue(List<String> namespaces, List<Relation> relations, Map<ObjectName, List<String>> enums) {
    /** Copies. */
    public Catalogue {
        namespaces = List.copyOf(namespaces);
        relations = List.copyOf(relations);
        enums = Map.copyOf(enums);
    }

    /** The relation of that name. */
    public Optional<Relation> relation(ObjectName name) {
        return relations.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
