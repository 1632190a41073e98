package dev.decant.postgresql.table;

import dev.decant.change.AddPart;
import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.DropObject;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.model.Column;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaView;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.sequence.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the sequences that are there before and after some changes, but not as part of the same column. */
final class PostgresqlHandedSequences {
    /** One side of a handover: the change, and the sequence as it stands before or after it. */
    private record Side(Change change, Sequence sequence) {}

    /**
     * A sequence that is handed over.
     *
     * @param giver what takes it from its place
     * @param before the sequence before
     * @param taker what gives it another place
     * @param after the sequence after
     */
    record Handover(Change giver, Sequence before, Change taker, Sequence after) {}

    private final Map<ObjectName, Side> givers = new LinkedHashMap<>();
    private final Map<ObjectName, Side> takers = new LinkedHashMap<>();

    private final SchemaView state;

    private PostgresqlHandedSequences(SchemaView state) {
        this.state = state;
    }

    /**
     * Those of changes.
     *
     * @param state the schema before them
     */
    static List<Handover> in(List<Change> changes, SchemaView state) {
        Set<ObjectName> rebuilt = rebuilt(changes);
        PostgresqlHandedSequences sides = new PostgresqlHandedSequences(state);
        changes.forEach(change -> sides.note(change, rebuilt));
        List<Handover> handovers = sides.handovers();
        for (Change change : changes) {
            if (change instanceof AlterObject(Sequence before, Sequence after)
                    && !before.owner().equals(after.owner())) {
                before.owner()
                        .flatMap(owner -> end(owner, changes, rebuilt))
                        .ifPresent(end -> handovers.add(new Handover(end, before, change, after)));
            }
        }
        return handovers;
    }

    private static Set<ObjectName> rebuilt(List<Change> changes) {
        Set<ObjectName> dropped = new HashSet<>();
        Set<ObjectName> rebuilt = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof DropTable drop) {
                dropped.add(drop.table().name());
            } else if (change instanceof CreateTable create
                    && dropped.contains(create.table().name())) {
                rebuilt.add(create.table().name());
            }
        }
        return rebuilt;
    }

    /** What drops a column, for good, with which its sequence would go. */
    private static Optional<Change> end(Reference.ToColumn column, List<Change> changes, Set<ObjectName> rebuilt) {
        return changes.stream()
                .filter(change -> switch (change) {
                    case DropTable(Table table) ->
                        table.name().equals(column.table()) && !rebuilt.contains(table.name());
                    case DropPart(ObjectName table, Column part) ->
                        table.equals(column.table()) && part.name().equals(column.column());
                    default -> false;
                })
                .findFirst();
    }

    private void note(Change change, Set<ObjectName> rebuilt) {
        switch (change) {
            case CreateObject(Sequence created) -> takers.put(created.name(), new Side(change, created));
            case DropObject(Sequence dropped) -> givers.put(dropped.name(), new Side(change, dropped));
            case AlterPart(ObjectName table, TablePart from, TablePart to) -> {
                Optional<Sequence> given = owned(table, from);
                Optional<Sequence> taken = owned(table, to);
                if (!given.map(Sequence::name).equals(taken.map(Sequence::name))) {
                    given.ifPresent(sequence -> gives(change, sequence));
                    taken.ifPresent(sequence -> takes(change, sequence));
                }
            }
            case DropPart(ObjectName table, TablePart part) ->
                owned(table, part).ifPresent(sequence -> gives(change, sequence));
            case AddPart(ObjectName table, TablePart part) ->
                owned(table, part).ifPresent(sequence -> takes(change, sequence));
            case DropTable(Table table)
            when !rebuilt.contains(table.name()) ->
                table.columns()
                        .forEach(column -> owned(table.name(), column, PostgresqlIdentitySequences.isUnlogged(table))
                                .ifPresent(sequence -> gives(change, sequence)));
            case CreateTable(Table table)
            when !rebuilt.contains(table.name()) ->
                table.columns()
                        .forEach(column -> owned(table.name(), column, PostgresqlIdentitySequences.isUnlogged(table))
                                .ifPresent(sequence -> takes(change, sequence)));
            default -> {}
        }
    }

    /** A column that is serial only before or after is known by that, also beside a sequence that goes and comes. */
    private void gives(Change change, Sequence sequence) {
        givers.put(sequence.name(), new Side(change, sequence));
    }

    private void takes(Change change, Sequence sequence) {
        takers.put(sequence.name(), new Side(change, sequence));
    }

    private List<Handover> handovers() {
        List<Handover> handovers = new ArrayList<>();
        givers.forEach((name, giver) -> {
            Side taker = takers.get(name);
            if (taker != null && !isAnew(giver, taker)) {
                handovers.add(new Handover(giver.change(), giver.sequence(), taker.change(), taker.sequence()));
            }
        });
        return handovers;
    }

    /** Whether a sequence goes and comes by itself, or with all of a table, which may come to be called as the other was. */
    private static boolean isAnew(Side giver, Side taker) {
        boolean bothStand = isOfSequence(giver.change()) && isOfSequence(taker.change());
        boolean withTables = giver.change() instanceof DropTable && taker.change() instanceof CreateTable;
        return bothStand || withTables;
    }

    /** The sequence that is part of a serial column. */
    private Optional<Sequence> owned(ObjectName table, TablePart part) {
        return owned(table, part, PostgresqlIdentitySequences.isUnlogged(table, state));
    }

    private static Optional<Sequence> owned(ObjectName table, TablePart part, boolean unlogged) {
        return part instanceof Column column
                        && column.fill() instanceof Fill.Serial(ObjectName sequence, SequenceOptions options)
                ? Optional.of(new Sequence(
                        sequence,
                        PostgresqlOwnedSequences.type(column, options),
                        options,
                        Optional.of(new Reference.ToColumn(table, column.name())),
                        unlogged,
                        ""))
                : Optional.empty();
    }

    /** Whether a change is one of a sequence that stands by itself. */
    static boolean isOfSequence(Change change) {
        return switch (change) {
            case CreateObject create -> create.object() instanceof Sequence;
            case DropObject drop -> drop.object() instanceof Sequence;
            case AlterObject alter -> alter.after() instanceof Sequence;
            default -> false;
        };
    }
}
