package dev.decant.plan;

import dev.decant.change.Change;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Descent;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.model.collation.Collation;
import dev.decant.model.routine.Routine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of all tables that are there before or after a plan, with the types that the schema declares for them, and all other names. */
final class KnownColumns {
    private final Map<ObjectName, Map<String, Set<Reference>>> columns = new HashMap<>();
    private final Set<ObjectName> things = new HashSet<>();
    private final Map<ObjectName, Set<ObjectName>> results = new HashMap<>();
    private final Schema former;
    private final Schema later;
    private final Descent before;
    private final Descent after;
    private final Descent either;
    private final RetypedHeirs heirs;

    private KnownColumns(Schema before, Schema after, List<Change> changes) {
        this.former = before;
        this.later = after;
        this.before = new Descent(before);
        this.after = new Descent(after);
        this.either = new Descent(before);
        this.either.addAll(after.tables().values());
        this.heirs = new RetypedHeirs(before, this.before, after, this.after, changes);
    }

    /** Those of what is there before and after. */
    static KnownColumns of(Schema before, Schema after) {
        return of(before, after, List.of());
    }

    /** The same with what changes between the two. */
    static KnownColumns of(Schema before, Schema after, List<Change> changes) {
        KnownColumns known = new KnownColumns(before, after, changes);
        known.addAll(before);
        known.addAll(after);
        return known;
    }

    private void addAll(Schema schema) {
        schema.tables().values().forEach(this::add);
        schema.objects().values().forEach(object -> things.add(object.name()));
        schema.objects(Routine.KIND).forEach(this::add);
    }

    /** A routine that returns rows of a table: whoever calls it may name the columns of that. */
    private void add(Routine routine) {
        routine.result()
                .map(result -> result.type())
                .filter(DataType::isDeclared)
                .ifPresent(type -> results.computeIfAbsent(routine.name(), name -> new HashSet<>(1))
                        .add(type.name()));
    }

    private void add(Table table) {
        Map<String, Set<Reference>> types = columns.computeIfAbsent(table.name(), name -> new HashMap<>());
        for (Column column : table.columns()) {
            types.computeIfAbsent(column.name(), name -> new HashSet<>(2)).addAll(declared(column));
        }
    }

    private static Set<Reference> declared(Column column) {
        Set<Reference> declared = new HashSet<>(2);
        if (column.type().isDeclared()) {
            declared.add(new Reference.ToType(column.type().name()));
        }
        column.collation()
                .ifPresent(collation -> declared.add(new Reference.ToObject(new ObjectKey(Collation.KIND, collation))));
        return declared;
    }

    /** Whether something is called so. */
    boolean isThing(ObjectName name) {
        return columns.containsKey(name) || things.contains(name);
    }

    /** The columns of children that get another type while their parents have none of that name. */
    RetypedHeirs heirs() {
        return heirs;
    }

    /** A table as it is before. */
    Optional<Table> former(ObjectName table) {
        return former.table(table);
    }

    /** A table as it is in the end. */
    Optional<Table> later(ObjectName table) {
        return later.table(table);
    }

    /**
     * What code that mentions a table and these names rests on: columns of the table and of its parents, their types and collations, and
     * those of the table that a routine of that name returns rows of.
     */
    void collect(ObjectName table, Set<String> names, Set<Reference> into) {
        collectOwn(table, names, into);
        results.getOrDefault(table, Set.of()).forEach(result -> collectOwn(result, names, into));
        either.ancestors(table).forEach(ancestor -> collectOwn(ancestor, names, into));
    }

    /** With each column of a table the same columns of the parents that it has in the end, from which it may come. */
    Set<Reference> withParents(Set<Reference> references) {
        Set<Reference> all = withParents(references, after, references);
        all.removeIf(each -> !references.contains(each) && isGone(each));
        return all;
    }

    /** Whether a table that has the column at first has none of that name in the end. */
    private boolean isGone(Reference reference) {
        return reference instanceof Reference.ToColumn(ObjectName table, String column)
                && has(table, column)
                && later.table(table).flatMap(each -> each.column(column)).isEmpty();
    }

    /** With each column of a table the same columns of the parents that it has at first. */
    Set<Reference> withFormerParents(Set<Reference> references) {
        Set<Reference> inherited =
                references.stream().filter(each -> !isBesideParents(each)).collect(Collectors.toSet());
        return withParents(inherited, before, references);
    }

    /** The columns of all tables that a table holds rows for in the end, with their types. */
    Set<Reference> above(ObjectName table) {
        return above(table, after, later);
    }

    /** The columns of all tables that a table holds rows for at first, with their types. */
    Set<Reference> formerlyAbove(ObjectName table) {
        return above(table, before, former);
    }

    private static Set<Reference> above(ObjectName table, Descent descent, Schema schema) {
        Set<Reference> above = new HashSet<>();
        for (ObjectName ancestor : descent.ancestors(table)) {
            for (Column column : schema.table(ancestor).map(Table::columns).orElse(List.of())) {
                above.add(new Reference.ToColumn(ancestor, column.name()));
                above.addAll(declared(column));
            }
        }
        return above;
    }

    /** Whether a column was the table's own at first, and its parents had none of that name. */
    private boolean isBesideParents(Reference reference) {
        return reference instanceof Reference.ToColumn(ObjectName table, String column)
                && has(table, column)
                && before.ancestors(table).stream().noneMatch(ancestor -> has(ancestor, column));
    }

    private boolean has(ObjectName table, String column) {
        return former.table(table).flatMap(each -> each.column(column)).isPresent();
    }

    private static Set<Reference> withParents(Set<Reference> inherited, Descent descent, Set<Reference> references) {
        Set<Reference> all = new HashSet<>(references);
        for (Reference reference : inherited) {
            if (reference instanceof Reference.ToColumn(ObjectName table, String column)) {
                descent.ancestors(table).forEach(ancestor -> all.add(new Reference.ToColumn(ancestor, column)));
            }
        }
        return all;
    }

    /** Whether a table may have the column from a parent too: then it is still there when it is no longer the table's own. */
    boolean isInherited(ObjectName table, String column) {
        return either.ancestors(table).stream()
                .anyMatch(ancestor -> columns.getOrDefault(ancestor, Map.of()).containsKey(column));
    }

    /** Whether one of two tables holds rows for the other, at first or in the end. */
    boolean areAkin(ObjectName one, ObjectName other) {
        return either.isDescendant(one, other) || either.isDescendant(other, one);
    }

    /** Whether some table holds rows for both, at first or in the end. */
    boolean haveHeir(ObjectName one, ObjectName other) {
        return columns.keySet().stream()
                .anyMatch(child -> either.isDescendant(child, one) && either.isDescendant(child, other));
    }

    /** The tables that a table holds rows for, at first or in the end. */
    Set<ObjectName> ancestors(ObjectName table) {
        return either.ancestors(table);
    }

    /** The tables that hold rows for another in the end. */
    Set<ObjectName> children(ObjectName table) {
        return columns.keySet().stream()
                .filter(child -> after.isDescendant(child, table))
                .collect(Collectors.toSet());
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
