package dev.decant.postgresql.table;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.CreateTable;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.sequence.Sequence;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.postgresql.table.PostgresqlHandedSequences.Handover;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sequences that were part of a serial column and stand by themselves from now on, or the other way round, or belong to another column than
 * before: what happens to the columns and to the sequence is one, in which the sequence stays where it stands. A column or table may come or
 * go with it.
 */
public final class PostgresqlHandovers {
    /** The changes that are done together, as far as they are known; one with the same changes is another. */
    private static final class Group {
        private final List<Change> changes = new ArrayList<>();
    }

    private final IdentityHashMap<Change, Group> groups = new IdentityHashMap<>();

    PostgresqlHandovers(List<Change> changes, SchemaView state) {
        PostgresqlHandedSequences.in(changes, state).forEach(each -> join(List.of(each.giver(), each.taker())));
    }

    private void join(List<Change> together) {
        Group group = together.stream()
                .filter(groups::containsKey)
                .findFirst()
                .map(groups::get)
                .orElseGet(Group::new);
        for (Change change : together) {
            Group other = groups.put(change, group);
            if (other != null) {
                groups.replaceAll((each, its) -> its.equals(other) ? group : its);
            }
        }
    }

    /** The group that the change belongs to, if there is one. */
    Optional<List<Change>> of(Change change) {
        return Optional.ofNullable(groups.get(change)).map(group -> group.changes);
    }

    /** All groups. */
    Collection<List<Change>> all() {
        return groups.values().stream().distinct().map(group -> group.changes).toList();
    }

    /** Whether an operation is such a group. */
    public static boolean isOne(Operation operation) {
        PostgresqlHandovers handovers = new PostgresqlHandovers(operation.changes(), Schema.EMPTY);
        return handovers.groups.size() == operation.changes().size()
                && handovers.all().size() == 1;
    }

    /** Columns and tables that get a sequence first, then the sequences, then those that had one. */
    public static List<Statement> render(List<Change> changes, SchemaView before) {
        List<Handover> handovers = PostgresqlHandedSequences.in(changes, before);
        Set<ObjectName> handed =
                handovers.stream().map(each -> each.after().name()).collect(Collectors.toSet());
        Map<Boolean, List<Change>> holders = changes.stream()
                .filter(change -> !PostgresqlHandedSequences.isOfSequence(change))
                .collect(Collectors.partitioningBy(change ->
                        handovers.stream().anyMatch(each -> each.taker().equals(change))));
        List<Statement> statements = new ArrayList<>();
        SchemaBuilder state = before.toBuilder();
        for (Change change : holders.getOrDefault(true, List.of())) {
            statements.addAll(plain(change, handed, before));
            change.applyTo(state, PostgresqlText.SYNTAX);
        }
        handovers.forEach(each -> statements.addAll(change(each.before(), each.after(), state.view())));
        SchemaBuilder handedOn = before.toBuilder();
        handovers.stream()
                .map(each -> each.before().key())
                .filter(key -> before.object(key).isPresent())
                .forEach(handedOn::removeObject);
        holders.getOrDefault(false, List.of())
                .forEach(change -> statements.addAll(plain(change, handed, handedOn.view())));
        return statements;
    }

    /** What happens to a column or table that takes its default from a sequence that is not its own. */
    private static List<Statement> plain(Change change, Set<ObjectName> handed, SchemaView before) {
        return switch (change) {
            case AlterPart(ObjectName table, Column from, Column to) ->
                PostgresqlColumns.alter(table, plain(from, handed), plain(to, handed), Optional.empty());
            case AddPart(ObjectName table, Column column) -> PostgresqlParts.add(table, plain(column, handed), before);
            case DropPart(ObjectName table, Column column) ->
                PostgresqlParts.drop(table, plain(column, handed), before);
            case CreateTable(Table table) -> PostgresqlTables.create(plain(table, handed), before);
            case DropTable(Table table) -> PostgresqlTables.drop(table, before);
            default -> throw new IllegalArgumentException("no holder of a sequence: " + change);
        };
    }

    private static Table plain(Table table, Set<ObjectName> handed) {
        return table.withColumns(
                table.columns().stream().map(column -> plain(column, handed)).toList());
    }

    private static Column plain(Column column, Set<ObjectName> handed) {
        return column.fill() instanceof Fill.Serial serial && handed.contains(serial.sequence())
                ? column.withFill(new Fill.Default(new Expression(PostgresqlSerials.next(serial))))
                : column;
    }

    private static List<Statement> change(Sequence from, Sequence to, SchemaView state) {
        PostgresqlSequences sequences = new PostgresqlSequences();
        List<Statement> statements = new ArrayList<>(sequences.alter(from, to, state));
        if (!from.comment().equals(to.comment())) {
            statements.addAll(sequences.comment(to));
        }
        return statements;
    }
}
