package dev.decant.plan;

import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.domain.Domain;
import dev.decant.model.rangetype.RangeType;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Types that are made of other types or collations, such as a domain over an enum: they go and come with what they are made of. */
final class RestingTypes {
    private RestingTypes() {}

    /** Whether an object is a type that may be made of another, and no more than that. */
    static boolean isType(SchemaObject object) {
        return object instanceof Domain || object instanceof CompositeType || object instanceof RangeType;
    }

    /** What is provided by the types that are made of something, over all generations. */
    static Set<Reference> providedOver(Set<Reference> something, SchemaView state) {
        Set<Reference> moved = new HashSet<>(something);
        Set<SchemaObject> found = new HashSet<>();
        int known;
        do {
            known = found.size();
            for (SchemaObject object : state.objects().values()) {
                if (!found.contains(object) && !Collections.disjoint(object.uses(), moved) && isType(object)) {
                    found.add(object);
                    moved.addAll(object.provides());
                }
            }
        } while (found.size() > known);
        moved.removeAll(something);
        return moved;
    }
}
