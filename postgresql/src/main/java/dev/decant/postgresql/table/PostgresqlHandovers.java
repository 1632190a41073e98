package dev.decant.postgresql.table;

import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.CreateObject;
import dev.decant.change.DropObject;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaView;
import dev.decant.model.TablePart;
import dev.decant.model.sequence.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sequences that were part of a serial column and stand by themselves from now on, or the other way round: the column's change and that of
 * the sequence are one, in which the sequence stays where it stands.
 */
public final class PostgresqlHandovers {
    private final Map<ObjectName, List<Change>> groups = new LinkedHashMap<>();

    PostgresqlHandovers(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof AlterPart alter) {
                sequence(alter).ifPresent(name -> groups.put(name, new ArrayList<>()));
            }
        }
        groups.keySet().removeIf(name -> changes.stream().noneMatch(change -> isOf(change, name)));
    }

    /** The sequence that a column is serial by before or after, but not both. */
    private static Optional<ObjectName> sequence(AlterPart alter) {
        Optional<ObjectName> from = serial(alter.before()).map(Fill.Serial::sequence);
        Optional<ObjectName> to = serial(alter.after()).map(Fill.Serial::sequence);
        return from.isPresent() && to.isPresent() ? Optional.empty() : from.or(() -> to);
    }

    private static Optional<Fill.Serial> serial(TablePart part) {
        return part instanceof Column column && column.fill() instanceof Fill.Serial serial
                ? Optional.of(serial)
                : Optional.empty();
    }

    private static boolean isOf(Change change, ObjectName sequence) {
        return change instanceof CreateObject(Sequence created)
                        && created.name().equals(sequence)
                || change instanceof DropObject(Sequence dropped)
                        && dropped.name().equals(sequence);
    }

    /** The group that the change belongs to, if there is one. */
    Optional<List<Change>> of(Change change) {
        Optional<ObjectName> name = switch (change) {
            case CreateObject(Sequence created) -> Optional.of(created.name());
            case DropObject(Sequence dropped) -> Optional.of(dropped.name());
            case AlterPart alter -> sequence(alter);
            default -> Optional.empty();
        };
        return name.flatMap(sequence -> Optional.ofNullable(groups.get(sequence)));
    }

    /** All groups. */
    Collection<List<Change>> all() {
        return groups.values();
    }

    /** Whether an operation is such a group. */
    public static boolean isOne(Operation operation) {
        return operation.changes().size() == 2
                && operation.changes().stream()
                        .anyMatch(change -> change instanceof AlterPart alter
                                && sequence(alter)
                                        .filter(name ->
                                                operation.changes().stream().anyMatch(other -> isOf(other, name)))
                                        .isPresent());
    }

    public static List<Statement> render(List<Change> changes, SchemaView before) {
        AlterPart column = (AlterPart)
                changes.stream().filter(AlterPart.class::isInstance).findFirst().orElseThrow();
        Change sequence = changes.stream()
                .filter(change -> !change.equals(column))
                .findFirst()
                .orElseThrow();
        ObjectName table = column.table();
        Column from = plain(column.before());
        Column to = plain(column.after());
        List<Statement> statements = new ArrayList<>();
        if (sequence instanceof CreateObject(Sequence standing)) {
            statements.addAll(change(owned(table, column.before(), before), standing, before));
            statements.addAll(PostgresqlColumns.alter(table, from, to, Optional.empty()));
        } else if (sequence instanceof DropObject(Sequence standing)) {
            statements.addAll(PostgresqlColumns.alter(table, from, to, Optional.empty()));
            statements.addAll(change(standing, owned(table, column.after(), before), before));
        }
        return statements;
    }

    /** The column as one that takes its default from a sequence. */
    private static Column plain(TablePart part) {
        Column column = (Column) part;
        return serial(column)
                .map(serial -> column.withFill(new Fill.Default(new Expression(PostgresqlSerials.next(serial)))))
                .orElse(column);
    }

    /** The sequence that is part of a serial column. */
    private static Sequence owned(ObjectName table, TablePart part, SchemaView before) {
        Column column = (Column) part;
        Fill.Serial serial = serial(column).orElseThrow();
        return new Sequence(
                serial.sequence(),
                PostgresqlOwnedSequences.type(column, serial.options()),
                serial.options(),
                Optional.of(new Reference.ToColumn(table, column.name())),
                PostgresqlIdentitySequences.isUnlogged(table, before),
                "");
    }

    private static List<Statement> change(Sequence from, Sequence to, SchemaView before) {
        PostgresqlSequences sequences = new PostgresqlSequences();
        List<Statement> statements = new ArrayList<>(sequences.alter(from, to, before));
        if (!from.comment().equals(to.comment())) {
            statements.addAll(sequences.comment(to));
        }
        return statements;
    }
}
