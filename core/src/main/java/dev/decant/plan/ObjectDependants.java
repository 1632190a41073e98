package dev.decant.plan;

import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The objects other than tables by what they use. */
final class ObjectDependants {
    private final Map<Reference, List<SchemaObject>> users = new HashMap<>();

    private ObjectDependants() {}

    /** Those of a schema. */
    static ObjectDependants of(Schema schema, ObjectUses uses) {
        ObjectDependants dependants = new ObjectDependants();
        for (SchemaObject object : schema.objects().values()) {
            uses.usedBy(object)
                    .forEach(used -> dependants
                            .users
                            .computeIfAbsent(used, key -> new ArrayList<>(2))
                            .add(object));
        }
        return dependants;
    }

    /** Those that use any of these. */
    Set<SchemaObject> of(Set<Reference> references) {
        Set<SchemaObject> found = new LinkedHashSet<>();
        references.forEach(reference -> found.addAll(users.getOrDefault(reference, List.of())));
        return found;
    }
}
