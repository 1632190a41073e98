package dev.decant.database;

import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.namespace.Namespace;
import java.util.HashSet;
import java.util.Set;

/**
 * What there is that a filter may mean by its name.
 *
 * @param namespaces the namespaces
 * @param relations the tables, views and sequences
 */
public record Names(Set<String> namespaces, Set<ObjectName> relations) {
    /** Nothing. */
    public static final Names NONE = new Names(Set.of(), Set.of());

    /** Copies the sets. */
    public Names {
        namespaces = Set.copyOf(namespaces);
        relations = Set.copyOf(relations);
    }

    /** Those of a schema. */
    public static Names of(Schema schema) {
        Set<String> namespaces = new HashSet<>();
        Set<ObjectName> relations = new HashSet<>(schema.tables().keySet());
        schema.tables().keySet().forEach(name -> namespaces.add(name.schema()));
        for (SchemaObject object : schema.objects().values()) {
            namespaces.add(
                    object instanceof Namespace
                            ? object.name().local()
                            : object.name().schema());
            object.provides().forEach(reference -> {
                if (reference instanceof Reference.ToRelation(ObjectName name)) {
                    relations.add(name);
                }
            });
        }
        return new Names(namespaces, relations);
    }

    /** These and others. */
    public Names and(Names others) {
        Set<String> allNamespaces = new HashSet<>(namespaces);
        allNamespaces.addAll(others.namespaces);
        Set<ObjectName> allRelations = new HashSet<>(relations);
        allRelations.addAll(others.relations);
        return new Names(allNamespaces, allRelations);
    }
}
