package dev.decant.plan;

import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * The types that go while a table, which is a type too, comes under their name, or the other way round, and what is made of them: no such type
 * becomes the other in place.
 */
final class OtherTypes {
    /** Those of changes that have none. */
    static final OtherTypes NONE = new OtherTypes(Set.of());

    private final Set<Reference> types;

    private OtherTypes(Set<Reference> types) {
        this.types = types;
    }

    /**
     * Finds them.
     *
     * @param taken the names of tables that come
     * @param coming what objects that come provide
     * @param leaving the tables that go
     * @param dropped the objects that go
     */
    static OtherTypes among(
            Set<ObjectName> taken,
            Set<Reference> coming,
            Collection<Table> leaving,
            Collection<SchemaObject> dropped,
            SchemaView state) {
        Set<Reference> types = new HashSet<>();
        taken.stream()
                .map(Reference.ToType::new)
                .filter(type ->
                        dropped.stream().anyMatch(object -> object.provides().contains(type)))
                .forEach(types::add);
        leaving.stream()
                .map(table -> new Reference.ToType(table.name()))
                .filter(coming::contains)
                .forEach(types::add);
        types.addAll(RestingTypes.providedOver(types, state));
        return types.isEmpty() ? NONE : new OtherTypes(types);
    }

    /** Whether an object is a type that is made of one of them before and after. */
    boolean includes(SchemaObject before, SchemaObject after) {
        return RestingTypes.isType(before)
                && !Collections.disjoint(before.uses(), types)
                && !Collections.disjoint(after.uses(), types);
    }
}
