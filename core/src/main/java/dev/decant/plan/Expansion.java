package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateTable;
import dev.decant.change.DropObject;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.change.RenameMember;
import dev.decant.change.RenameObject;
import dev.decant.change.RenamePart;
import dev.decant.change.RenameTable;
import dev.decant.dialect.Ability;
import dev.decant.dialect.Dialect;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Enforcement;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes changes apart into the smallest that can be ordered: foreign keys and indexes come after their table, a constraint that becomes
 * another is dropped and added, and what stands in the way of another change is dropped before and added again after it.
 */
final class Expansion {
    private final Dialect dialect;
    private final boolean online;
    private final Loosened loosened;
    private final Uses uses;
    private final WholeTables whole;
    private final Schema access;

    /**
     * Takes changes apart.
     *
     * @param online whether programs use the tables meanwhile
     * @param loosened what is taken further apart than usual
     * @param access who owns things and what roles may do with them, which what is built again keeps
     */
    Expansion(Dialect dialect, boolean online, Loosened loosened, Schema access) {
        this.dialect = dialect;
        this.online = online;
        this.loosened = loosened;
        this.uses = new Uses(dialect);
        this.whole = new WholeTables(dialect, loosened);
        this.access = access;
    }

    List<Change> expand(List<Change> changes, Schema before) {
        int head = (int) changes.stream().takeWhile(Expansion::isRename).count();
        int tail = changes.size()
                - (int) changes.reversed().stream()
                        .takeWhile(Expansion::isRename)
                        .count();
        List<Change> renames = changes.subList(0, head);
        if (head >= tail) {
            return changes;
        }
        Schema renamed = renamed(renames, before, dialect);
        NameTakers takers =
                NameTakers.of(changes.subList(head, tail), changes.subList(tail, changes.size()), renamed, dialect);
        List<Change> rebuilt =
                new Rebuilding(dialect, renamed).rebuilt(Successors.joined(middle(takers.others(), renamed), dialect));
        Set<Reference> swapped = swapped(rebuilt, renamed);
        List<Change> parts = rebuilt.stream()
                .flatMap(change -> apart(change, renamed, swapped))
                .toList();
        List<Change> middle =
                dialect.can(Ability.ADD_CONSTRAINTS) ? withReplaced(parts, renames, before, renamed) : parts;
        return Stream.of(renames, inOrder(middle), changes.subList(tail, changes.size()), takers.late())
                .flatMap(List::stream)
                .toList();
    }

    private List<Change> middle(List<Change> changes, Schema renamed) {
        List<Change> apart = new OwnerChanges(dialect).apart(changes, renamed);
        return loosened.equals(Loosened.NOTHING)
                ? apart
                : dialect.furtherApart(apart, renamed, loosened.tables(), loosened.objects());
    }

    private List<Change> withReplaced(List<Change> parts, List<Change> renames, Schema before, Schema renamed) {
        KeptAccess kept = new KeptAccess(dialect, access, renames, before, renamed);
        Schema state = kept.told();
        Schema after = Changes.apply(parts, state, dialect.syntax());
        return kept.givenBack(new Replacement(dialect, state, after, parts, loosened).withReplaced());
    }

    /** A schema under the names by which all but the first changes call what is in it: they begin with renames. */
    static Schema renamed(List<Change> changes, Schema before, Dialect dialect) {
        List<Change> renames = changes.stream().takeWhile(Expansion::isRename).toList();
        return renames.isEmpty() ? before : Changes.apply(renames, before, dialect.syntax());
    }

    private static boolean isRename(Change change) {
        return change instanceof RenameTable
                || change instanceof RenamePart
                || change instanceof RenameObject
                || change instanceof RenameMember;
    }

    /** The types for which others are put in place, and those that rest on them. */
    private Set<Reference> swapped(List<Change> changes, Schema state) {
        Set<Reference> swapped = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof AlterObject(SchemaObject before, SchemaObject after)
                    && dialect.disturbs(before, after)) {
                swapped.addAll(before.provides());
                swapped.addAll(RestingTypes.providedOver(before.provides(), state));
            }
        }
        return swapped;
    }

    private Stream<Change> apart(Change change, Schema state, Set<Reference> swapped) {
        return switch (change) {
            case CreateTable(Table table) -> whole.coming(table);
            case DropTable(Table table) -> whole.going(table);
            case AlterPart(ObjectName table, Index before, Index after)
            when !replacesOnline(state, table, before, after)
                    || restsOn(swapped, state, table, before, after)
                    || loosened.goesFirst(table, before) -> replaced(table, before, after, change);
            case AlterPart(ObjectName table, Constraint before, Constraint after)
            when dialect.can(Ability.ADD_CONSTRAINTS) -> replaced(table, before, after, change);
            case AlterPart(ObjectName table, Column before, Column after)
            when !dialect.altersInPlace(before, after) ->
                Stream.of(new DropPart(table, before), new AddPart(table, after));
            case AlterPart(ObjectName table, Column before, Column after)
            when loosened.columns().contains(new Reference.ToColumn(table, before.name())) ->
                inTurn(table, before, dialect.withConstraintAside(withDefaultAside(before, after)), after);
            case ConvertColumn convert
            when !dialect.altersInPlace(convert.before(), convert.after()) ->
                Stream.of(
                        new DropPart(convert.table(), convert.before()), new AddPart(convert.table(), convert.after()));
            case ConvertColumn convert
            when loosened.columns()
                    .contains(new Reference.ToColumn(
                            convert.table(), convert.before().name())) -> withDefaultAside(convert);
            default -> Stream.of(change);
        };
    }

    /** A column gives up its default before it is converted, and has its new one after that. */
    private static Stream<Change> withDefaultAside(ConvertColumn convert) {
        Column aside = withDefaultAside(convert.before(), convert.after());
        Column bare = withDefaultAside(convert.after(), convert.before());
        return Stream.of(
                        altered(convert.table(), convert.before(), aside),
                        Stream.of(
                                new ConvertColumn(convert.table(), aside, bare, convert.forward(), convert.backward())),
                        altered(convert.table(), bare, convert.after()))
                .flatMap(changes -> changes);
    }

    private static Stream<Change> inTurn(ObjectName table, Column before, Column aside, Column after) {
        Column bare = before.type().equals(after.type()) ? after : withDefaultAside(after, before);
        return Stream.of(altered(table, before, aside), altered(table, aside, bare), altered(table, bare, after))
                .flatMap(changes -> changes);
    }

    private static Stream<Change> altered(ObjectName table, Column before, Column after) {
        return before.equals(after) ? Stream.empty() : Stream.of(new AlterPart(table, before, after));
    }

    /** A column without a default that it loses anyway: one that a child has from its parent counts with a sequence that goes with the parent's column. */
    private static Column withDefaultAside(Column column, Column other) {
        boolean goes = column.fill() instanceof Fill.Default && !column.fill().equals(other.fill());
        return goes ? column.withFill(Fill.NOTHING) : column;
    }

    private boolean replacesOnline(Schema state, ObjectName table, Index before, Index after) {
        return online
                && state.table(table)
                        .filter(holder -> dialect.replacesOnline(holder, before, after))
                        .isPresent();
    }

    /** Whether an index, before or after, has to do with one of those types, by its words or by a column. */
    private boolean restsOn(Set<Reference> swapped, Schema state, ObjectName table, Index before, Index after) {
        return !swapped.isEmpty()
                && Stream.of(before, after)
                        .flatMap(index -> uses.usedBy(table, index).stream())
                        .anyMatch(used -> swapped.contains(used)
                                || used instanceof Reference.ToColumn column && isOf(swapped, state, column));
    }

    private static boolean isOf(Set<Reference> types, Schema state, Reference.ToColumn column) {
        return state.table(column.table())
                .flatMap(table -> table.column(column.column()))
                .filter(found ->
                        types.contains(new Reference.ToType(found.type().name())))
                .isPresent();
    }

    private Stream<Change> replaced(ObjectName table, TablePart before, TablePart after, Change change) {
        boolean inPlace = before.withComment("").equals(after.withComment(""))
                || isValidated(before, after)
                || dialect.adjustsInPlace(before, after);
        return inPlace ? Stream.of(change) : Stream.of(new DropPart(table, before), new AddPart(table, after));
    }

    /** Whether all that happens is that the rows of before are checked too. */
    private static boolean isValidated(TablePart before, TablePart after) {
        return switch (before) {
            case Constraint.Check check ->
                check.enforcement() == Enforcement.NOT_VALID
                        && check.withEnforcement(Enforcement.ENFORCED).equals(after.withComment(check.comment()));
            case Constraint.ForeignKey key ->
                key.enforcement() == Enforcement.NOT_VALID
                        && key.withEnforcement(Enforcement.ENFORCED).equals(after.withComment(key.comment()));
            default -> false;
        };
    }

    /**
     * What holds columns and tables together goes first and comes last, foreign keys before and after all else, so that in the row a key
     * that is dropped and another over the same columns that is added do not stand for each other.
     */
    private static List<Change> inOrder(List<Change> changes) {
        Set<Change> first = ofTablesThatGo(changes);
        Set<Change> passed = passed(changes);
        return changes.stream()
                .sorted(Comparator.comparingInt(
                        change -> first.contains(change) ? 0 : passed.contains(change) ? 4 : turn(change)))
                .toList();
    }

    /** What takes columns from tables that have them from a parent, once they have become what that has. */
    private static Set<Change> passed(List<Change> changes) {
        Set<Reference> altered = new HashSet<>();
        Set<Change> passed = new HashSet<>();
        for (Change change : changes) {
            switch (change) {
                case AlterPart(ObjectName table, Column before, var after) ->
                    altered.add(new Reference.ToColumn(table, before.name()));
                case ConvertColumn convert ->
                    altered.add(new Reference.ToColumn(
                            convert.table(), convert.before().name()));
                case DropPart(ObjectName table, Column column)
                when altered.contains(new Reference.ToColumn(table, column.name())) -> passed.add(change);
                default -> {}
            }
        }
        return passed;
    }

    /** What happens to tables and columns before the table goes to come again. */
    private static Set<Change> ofTablesThatGo(List<Change> changes) {
        Set<ObjectName> going = new HashSet<>();
        Set<Change> first = new HashSet<>();
        for (Change change : changes.reversed()) {
            switch (change) {
                case DropTable(Table table) -> going.add(table.name());
                case AlterTable alter when going.contains(alter.table()) -> first.add(change);
                case ConvertColumn convert when going.contains(convert.table()) -> first.add(change);
                case DropPart(ObjectName table, Column column) when going.contains(table) -> first.add(change);
                case AlterPart alter when going.contains(alter.table()) -> first.add(change);
                default -> {}
            }
        }
        return first;
    }

    private static int turn(Change change) {
        return switch (change) {
            case DropPart(ObjectName table, Constraint.ForeignKey key) -> 0;
            case DropPart(ObjectName table, TablePart part) -> part.partKind() == PartKind.COLUMN ? 2 : 1;
            case DropTable drop -> 1;
            case DropObject drop -> 1;
            case AddPart(ObjectName table, Constraint.ForeignKey key) -> 5;
            case AddPart(ObjectName table, TablePart part) -> part.partKind() == PartKind.COLUMN ? 3 : 4;
            default -> 3;
        };
    }
}
