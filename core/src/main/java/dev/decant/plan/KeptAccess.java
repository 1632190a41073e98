package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.DropObject;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.dialect.Dialect;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.aggregate.Aggregate;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.privilege.Privilege;
import dev.decant.model.privilege.Privileges;
import dev.decant.model.routine.Routine;
import dev.decant.model.routine.RoutineType;
import dev.decant.sql.Expressions;
import dev.decant.sql.Mention;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who owns things and what roles may do with them, where neither is compared: nothing that a plan does is about it, and what a plan builds
 * again gets it back.
 */
final class KeptAccess {
    private final Dialect dialect;
    private final Schema state;
    private final Map<ObjectKey, SchemaObject> kept = new LinkedHashMap<>();

    /**
     * What is kept, under the names that things have after some renames.
     *
     * @param access what there is to keep, under the names before them
     * @param before the schema before them
     * @param state the schema after them
     */
    KeptAccess(Dialect dialect, Schema access, List<Change> renames, Schema before, Schema state) {
        this.dialect = dialect;
        this.state = state;
        Set<Reference> there = provided(before);
        SchemaBuilder both = before.toBuilder();
        access.objects().values().stream()
                .filter(object -> !before.objects().containsKey(object.key()) && isAbout(object, before, there))
                .forEach(both::add);
        Changes.apply(renames, both.build(), dialect.syntax()).objects().values().stream()
                .filter(object -> !state.objects().containsKey(object.key()))
                .forEach(object -> kept.put(object.key(), object));
    }

    /** The schema with it, in which it steps aside and comes back as all else does. */
    Schema told() {
        if (kept.isEmpty()) {
            return state;
        }
        SchemaBuilder both = state.toBuilder();
        kept.values().forEach(both::add);
        return both.build();
    }

    /** Changes planned in that schema, of which nothing but what has to be given back is about it. */
    List<Change> givenBack(List<Change> changes) {
        if (kept.isEmpty()) {
            return changes;
        }
        List<Change> others =
                changes.stream().filter(change -> about(change).isEmpty()).toList();
        Back back = new Back(others);
        Stream<SchemaObject> asked =
                changes.stream().filter(CreateObject.class::isInstance).flatMap(change -> about(change).stream());
        Stream<SchemaObject> ofSequences = kept.values().stream().filter(back::isOfSequenceThatComesBack);
        return Stream.concat(
                        others.stream(),
                        Stream.concat(asked, ofSequences)
                                .flatMap(object -> back.of(object).stream())
                                .distinct()
                                .map(CreateObject::new))
                .toList();
    }

    /** What a change that comes or goes with something else does to what is kept. */
    private Optional<SchemaObject> about(Change change) {
        return switch (change) {
            case CreateObject(SchemaObject object) -> Optional.ofNullable(kept.get(object.key()));
            case DropObject(SchemaObject object) -> Optional.ofNullable(kept.get(object.key()));
            default -> Optional.empty();
        };
    }

    private Set<Reference> provided(Schema schema) {
        Uses uses = new Uses(dialect);
        Set<Reference> provided = new HashSet<>();
        schema.tables().values().forEach(table -> {
            provided.addAll(uses.providedBy(table));
            table.columns()
                    .forEach(column -> dialect.sequenceOf(table.name(), column)
                            .ifPresent(sequence -> provided.add(new Reference.ToRelation(sequence))));
        });
        schema.objects().values().forEach(object -> provided.addAll(object.provides()));
        return provided;
    }

    /** Whether it is about something that is there; of routines others may have the name. */
    private static boolean isAbout(SchemaObject object, Schema schema, Set<Reference> there) {
        return switch (object) {
            case Ownership ownership
            when ownership.thing() == Ownership.Thing.ROUTINE ->
                isFunction(ownership.name(), ownership.signature(), schema)
                        || isProcedure(ownership.name(), ownership.signature(), schema);
            case Ownership ownership when ownership.thing() == Ownership.Thing.TYPE -> isType(ownership.name(), schema);
            case Ownership ownership
            when ownership.thing() == Ownership.Thing.TABLE && isComposite(ownership.name(), schema) -> false;
            case Ownership ownership -> there.contains(ownership.owned());
            case Privileges privileges ->
                switch (privileges.target()) {
                    case FUNCTION -> isFunction(privileges.name(), privileges.arguments(), schema);
                    case PROCEDURE -> isProcedure(privileges.name(), privileges.arguments(), schema);
                    case TABLE ->
                        privileges.things().stream().anyMatch(there::contains)
                                && !isComposite(privileges.name(), schema);
                    default -> privileges.things().stream().anyMatch(there::contains);
                };
            default -> false;
        };
    }

    /** Whether there is a type of the name that is not just that of the rows of a table or view, which belongs to the owner of that. */
    private static boolean isType(ObjectName name, Schema schema) {
        return schema.objects().values().stream()
                .filter(object -> object.provides().contains(new Reference.ToType(name)))
                .anyMatch(object ->
                        object instanceof CompositeType || !object.provides().contains(new Reference.ToRelation(name)));
    }

    /** Whether a composite type has the name, which is a relation as a table is, but none that roles have privileges on as on a table. */
    private static boolean isComposite(ObjectName name, Schema schema) {
        return schema.object(new ObjectKey(CompositeType.KIND, name)).isPresent();
    }

    private static boolean isFunction(ObjectName name, String arguments, Schema schema) {
        return schema.objects().containsKey(new ObjectKey(Aggregate.KIND, name, arguments))
                || schema.object(new ObjectKey(Routine.KIND, name, arguments)).isPresent()
                        && !isProcedure(name, arguments, schema);
    }

    private static boolean isProcedure(ObjectName name, String arguments, Schema schema) {
        return schema.object(new ObjectKey(Routine.KIND, name, arguments))
                .filter(object -> object instanceof Routine routine && routine.type() == RoutineType.PROCEDURE)
                .isPresent();
    }

    /** What comes back after some changes. */
    private final class Back {
        private final Schema after;
        private final Descent descent = new Descent(state);
        private final Set<Reference> there;
        private final Set<ObjectName> relationsAnew = new HashSet<>();
        private final Set<ObjectName> sequencesAnew = new HashSet<>();
        private final Set<Reference> columnsLost = new HashSet<>();

        Back(List<Change> changes) {
            after = Changes.apply(changes, state, dialect.syntax());
            there = provided(after);
            changes.forEach(this::noteGoing);
            Set<ObjectName> gone = Set.copyOf(sequencesAnew);
            sequencesAnew.clear();
            changes.forEach(change -> noteComing(change, gone));
        }

        private void noteGoing(Change change) {
            switch (change) {
                case DropTable(Table table) -> {
                    relationsAnew.add(table.name());
                    table.columns().forEach(column -> noteSequence(table.name(), column));
                }
                case DropObject(SchemaObject object) -> relationsAnew.add(object.name());
                case DropPart(ObjectName table, Column column) -> {
                    columnsLost.add(new Reference.ToColumn(table, column.name()));
                    noteSequence(table, column);
                }
                default -> {}
            }
        }

        private void noteSequence(ObjectName table, Column column) {
            dialect.sequenceOf(table, column).ifPresent(sequencesAnew::add);
        }

        private void noteComing(Change change, Set<ObjectName> gone) {
            switch (change) {
                case CreateTable(Table table) -> table.columns().forEach(column -> noteSequence(table.name(), column));
                case AddPart(ObjectName table, Column column) -> {
                    columnsLost.remove(new Reference.ToColumn(table, column.name()));
                    noteSequence(table, column);
                }
                default -> {}
            }
            sequencesAnew.retainAll(gone);
        }

        boolean isOfSequenceThatComesBack(SchemaObject object) {
            return object instanceof Privileges privileges
                    && privileges.target() == Privileges.Target.SEQUENCE
                    && sequencesAnew.contains(privileges.name());
        }

        /** What of it can come back: nothing of a thing that is gone for good, or of a column that is. */
        Optional<SchemaObject> of(SchemaObject object) {
            if (!isAbout(object, after, there)) {
                return Optional.empty();
            }
            if (!(object instanceof Privileges privileges)) {
                return Optional.of(object);
            }
            boolean anew = privileges.target() != Privileges.Target.TABLE || relationsAnew.contains(privileges.name());
            Privileges back = new Privileges(
                    privileges.name(),
                    privileges.target(),
                    privileges.arguments(),
                    privileges.granted().stream()
                            .filter(privilege -> privilege.column().isEmpty() ? anew : isThere(privileges, privilege))
                            .toList(),
                    anew ? privileges.revoked() : List.of());
            return back.granted().isEmpty() && back.revoked().isEmpty() ? Optional.empty() : Optional.of(back);
        }

        private boolean isThere(Privileges privileges, Privilege ofColumn) {
            ObjectName name = privileges.name();
            return Stream.concat(Stream.of(name), descent.ancestors(name).stream())
                            .noneMatch(table -> columnsLost.contains(new Reference.ToColumn(table, ofColumn.column())))
                    && after.objects().values().stream()
                            .filter(object -> object.provides().contains(new Reference.ToRelation(name)))
                            .allMatch(view -> mentions(view, ofColumn.column()));
        }

        private boolean mentions(SchemaObject view, String column) {
            return view.code().stream()
                    .flatMap(code -> Expressions.identifiers(code.sql(), dialect.syntax()).stream())
                    .map(Mention::name)
                    .anyMatch(column::equals);
        }
    }
}
