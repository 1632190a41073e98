package dev.decant.plan;

import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.model.collation.Collation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The columns of all tables that are there before or after a plan, with the types that the schema declares for them. */
final class KnownColumns {
    private final Map<ObjectName, Map<String, Set<Reference>>> columns = new HashMap<>();
    private final Descent descent = new Descent();

    /** Those of some schemas. */
    static KnownColumns of(Schema... schemas) {
        KnownColumns known = new KnownColumns();
        for (Schema schema : schemas) {
            schema.tables().values().forEach(known::add);
        }
        return known;
    }

    private void add(Table table) {
        Map<String, Set<Reference>> types = columns.computeIfAbsent(table.name(), name -> new HashMap<>());
        for (Column column : table.columns()) {
            Set<Reference> declared = types.computeIfAbsent(column.name(), name -> new HashSet<>(2));
            if (column.type().isDeclared()) {
                declared.add(new Reference.ToType(column.type().name()));
            }
            column.collation()
                    .ifPresent(collation ->
                            declared.add(new Reference.ToObject(new ObjectKey(Collation.KIND, collation))));
        }
        descent.add(table.name(), table.lineage());
    }

    /** What code that mentions a table and these names rests on: columns of the table and of its parents, their types and collations. */
    void collect(ObjectName table, Set<String> names, Set<Reference> into) {
        collectOwn(table, names, into);
        descent.ancestors(table).forEach(ancestor -> collectOwn(ancestor, names, into));
    }

    /** With each column of a table the same columns of its parents, from which it may come. */
    Set<Reference> withParents(Set<Reference> references) {
        Set<Reference> all = new HashSet<>(references);
        for (Reference reference : references) {
            if (reference instanceof Reference.ToColumn(ObjectName table, String column)) {
                descent.ancestors(table).forEach(ancestor -> all.add(new Reference.ToColumn(ancestor, column)));
            }
        }
        return all;
    }

    private void collectOwn(ObjectName table, Set<String> names, Set<Reference> into) {
        Map<String, Set<Reference>> all = columns.getOrDefault(table, Map.of());
        for (String name : names) {
            Set<Reference> types = all.get(name);
            if (types != null) {
                into.add(new Reference.ToColumn(table, name));
                into.addAll(types);
            }
        }
    }
}
