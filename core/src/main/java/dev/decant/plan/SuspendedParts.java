package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.dialect.Dialect;
import dev.decant.model.Column;
import dev.decant.model.Fill;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parts of tables and domains that rest on routines or operator classes which go and come back: a check or an index is dropped and added again, a default is
 * taken from its column meanwhile.
 */
final class SuspendedParts {
    /** A column with a default that cannot stay. */
    private record Given(Column before, Column after) {}

    private final int objects;
    private final SuspendedDomains domains;
    private final List<DropPart> parts = new ArrayList<>();
    private final SequencedMap<Reference.ToColumn, Given> defaults = new LinkedHashMap<>();

    private SuspendedParts(int objects, SuspendedDomains domains) {
        this.objects = objects;
        this.domains = domains;
    }

    /** Those that rest on objects. */
    static SuspendedParts of(Dialect dialect, Schema state, ObjectUses objectUses, Collection<SchemaObject> objects) {
        Set<Reference> routines = new HashSet<>();
        objects.forEach(object ->
                object.provides().stream().filter(SuspendedParts::isCalled).forEach(routines::add));
        SuspendedParts suspended = new SuspendedParts(objects.size(), SuspendedDomains.of(state, objectUses, routines));
        if (!routines.isEmpty()) {
            Uses uses = new Uses(dialect);
            state.tables().values().forEach(table -> suspended.collect(table, uses, routines));
        }
        return suspended;
    }

    /** Whether it is something that an expression calls: a routine, or by a text a configuration of the text search; or an order of keys. */
    private static boolean isCalled(Reference provided) {
        return provided instanceof Reference.ToRoutine
                || provided instanceof Reference.ToObject(ObjectKey key)
                        && (key.kind().id().startsWith("text search")
                                || key.kind().id().equals("operator class"));
    }

    /** Whether these are those of so many objects. */
    boolean isOf(int count) {
        return objects == count;
    }

    private void collect(Table table, Uses uses, Set<Reference> routines) {
        for (PartKind kind : PartKind.values()) {
            for (TablePart part : table.parts(kind)) {
                if (!Collections.disjoint(uses.usedBy(table.name(), part), routines)) {
                    collect(table.name(), part);
                }
            }
        }
    }

    private void collect(ObjectName table, TablePart part) {
        if (part instanceof Column column && column.fill() instanceof Fill.Default) {
            defaults.put(new Reference.ToColumn(table, column.name()), new Given(column, column));
        } else {
            parts.add(new DropPart(table, part));
        }
    }

    /** Those that are dropped and added. */
    List<DropPart> parts() {
        return parts;
    }

    /** A change of a column that has no default meanwhile; what else is said to happen to a column stays as it is. */
    Stream<Change> apart(Change change) {
        return switch (change) {
            case AlterPart(ObjectName table, Column before, Column after)
            when has(table, before) -> {
                note(table, before, after);
                yield bare(before).equals(bare(after))
                        ? Stream.empty()
                        : Stream.of(new AlterPart(table, bare(before), bare(after)));
            }
            case ConvertColumn convert
            when has(convert.table(), convert.before()) -> {
                note(convert.table(), convert.before(), convert.after());
                yield Stream.of(new ConvertColumn(
                        convert.table(),
                        bare(convert.before()),
                        bare(convert.after()),
                        convert.forward(),
                        convert.backward()));
            }
            default -> domains.apart(change);
        };
    }

    private boolean has(ObjectName table, Column column) {
        return defaults.containsKey(new Reference.ToColumn(table, column.name()));
    }

    private void note(ObjectName table, Column before, Column after) {
        defaults.put(new Reference.ToColumn(table, before.name()), new Given(before, after));
    }

    /** Leaves alone what goes for good, or comes anew. */
    void forget(Change change) {
        domains.forget(change);
        switch (change) {
            case DropTable(Table table) ->
                defaults.keySet().removeIf(column -> column.table().equals(table.name()));
            case DropPart(ObjectName table, Column column) ->
                defaults.remove(new Reference.ToColumn(table, column.name()));
            case AddPart(ObjectName table, Column column) ->
                defaults.remove(new Reference.ToColumn(table, column.name()));
            default -> {}
        }
    }

    /** What takes away the defaults, and the conditions of domains. */
    Stream<Change> taken() {
        Stream<Change> without = defaults.entrySet().stream()
                .map(entry -> new AlterPart(
                        entry.getKey().table(),
                        entry.getValue().before(),
                        bare(entry.getValue().before())));
        return Stream.concat(without, domains.taken());
    }

    /** What gives them again, as they shall be. */
    Stream<Change> given() {
        Stream<Change> with = defaults.entrySet().stream()
                .filter(entry -> entry.getValue().after().fill() instanceof Fill.Default)
                .map(entry -> new AlterPart(
                        entry.getKey().table(),
                        bare(entry.getValue().after()),
                        entry.getValue().after()));
        return Stream.concat(domains.given(), with);
    }

    private static Column bare(Column column) {
        return column.fill() instanceof Fill.Default ? column.withFill(Fill.NOTHING) : column;
    }
}
