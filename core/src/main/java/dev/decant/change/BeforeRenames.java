package dev.decant.change;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Descent;
import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.domain.Domain;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.rangetype.RangeType;
import dev.decant.sql.Expressions;
import dev.decant.sql.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells changes in a row with the names that tables, columns and types have before the first of them, so that a database in which none
 * has run can be asked about each.
 */
public final class BeforeRenames {
    /** What columns can be of. */
    private static final List<ObjectKind<?>> TYPES =
            List.of(EnumType.KIND, Domain.KIND, CompositeType.KIND, RangeType.KIND);

    private final SchemaBuilder state;
    private final Syntax syntax;
    private final FormerNames names = new FormerNames();

    /** The renames of the columns of a table, which is under its present name. */
    private final Map<ObjectName, List<Renamed>> columns = new HashMap<>();

    private record Renamed(String former, String present) {}

    /**
     * Nothing is renamed yet.
     *
     * @param syntax how the schema's SQL is written
     */
    public BeforeRenames(SchemaView before, Syntax syntax) {
        this.state = before.toBuilder();
        this.syntax = syntax;
    }

    /** The next change as it would be told before all of them; notes what it renames. */
    public Change of(Change change) {
        Change told = switch (change) {
            case DropTable(Table table) -> new DropTable(shell(table.name(), table));
            case AddPart(ObjectName table, TablePart part) -> new AddPart(former(table), former(table, part));
            case DropPart(ObjectName table, TablePart part) -> new DropPart(former(table), former(table, part));
            case AlterPart(ObjectName table, TablePart before, TablePart after) ->
                new AlterPart(former(table), former(table, before), former(table, after));
            case ConvertColumn convert -> former(convert);
            case AlterObject(EnumType before, EnumType after) ->
                new AlterObject(before.withName(names.of(before.key())), after.withName(names.of(after.key())));
            default -> change;
        };
        names.note(change);
        note(change);
        change.applyTo(state, syntax);
        return told;
    }

    private void note(Change change) {
        switch (change) {
            case RenameTable(ObjectName before, ObjectName after) ->
                Optional.ofNullable(columns.remove(before)).ifPresent(renamed -> columns.put(after, renamed));
            case RenamePart(ObjectName table, PartKind kind, String before, String after)
            when kind == PartKind.COLUMN -> {
                Descent descent = new Descent(state.view());
                state.view().tables().keySet().stream()
                        .filter(each -> each.equals(table) || descent.isDescendant(each, table))
                        .forEach(each -> columns.computeIfAbsent(each, name -> new ArrayList<>())
                                .add(new Renamed(before, after)));
            }
            default -> {}
        }
    }

    private ObjectName former(ObjectName table) {
        return names.of(table);
    }

    private ObjectName type(ObjectName type) {
        return TYPES.stream()
                .map(kind -> names.of(new ObjectKey(kind, type)))
                .filter(former -> !former.equals(type))
                .findFirst()
                .orElse(type);
    }

    private TablePart former(ObjectName table, TablePart part) {
        Table bare = state.table(table)
                .withColumns(List.of())
                .withConstraints(List.of())
                .withIndexes(List.of());
        return switch (part) {
            case Column column ->
                shell(table, bare.withColumns(List.of(column))).columns().getFirst();
            case Constraint constraint ->
                shell(table, bare.withConstraints(List.of(constraint)))
                        .constraints()
                        .getFirst();
            case Index index ->
                shell(table, bare.withIndexes(List.of(index))).indexes().getFirst();
        };
    }

    private Change former(ConvertColumn convert) {
        Column before = (Column) former(convert.table(), convert.before());
        Column after = (Column) former(convert.table(), convert.after());
        String forward = convert.forward().sql();
        for (Renamed renamed : renamed(convert.table())) {
            forward = Expressions.renameColumn(
                    forward, convert.table().local(), renamed.present(), renamed.former(), syntax);
        }
        return new ConvertColumn(former(convert.table()), before, after, new Expression(forward), convert.backward());
    }

    /** The latest rename first, as they are taken back. */
    private List<Renamed> renamed(ObjectName table) {
        return columns.getOrDefault(table, List.of()).reversed();
    }

    private Table shell(ObjectName name, Table table) {
        Table told = table;
        for (Renamed renamed : renamed(name)) {
            told = new ColumnRename(told, renamed.present(), renamed.former(), syntax).applied();
        }
        return told.withName(former(name))
                .withColumns(told.columns().stream().map(this::typed).toList())
                .withConstraints(told.constraints().stream().map(this::aimed).toList());
    }

    private Column typed(Column column) {
        DataType type = column.type();
        return type.isDeclared() ? column.withType(type.withName(type(type.name()))) : column;
    }

    /** A foreign key that points at the former columns of the other table. */
    private Constraint aimed(Constraint constraint) {
        if (!(constraint instanceof Constraint.ForeignKey key)) {
            return constraint;
        }
        List<String> aims = key.targetColumns();
        for (Renamed renamed : renamed(key.target())) {
            aims = aims.stream()
                    .map(aim -> aim.equals(renamed.present()) ? renamed.former() : aim)
                    .toList();
        }
        return key.withEnds(key.columns(), former(key.target()), aims);
    }
}
