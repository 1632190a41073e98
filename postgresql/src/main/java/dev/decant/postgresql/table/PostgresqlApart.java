package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Descent;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can only be done to tables that inherit while they do not: they leave their parents and join them again, with all their rows. */
public final class PostgresqlApart {
    /**
     * A table and one of those that it inherits from.
     *
     * @param namesakes the checks of the child's own that are called as such which the parent keeps to itself
     */
    private record Bond(ObjectName child, ObjectName parent, List<String> namesakes) {
        private static Bond of(Table child, ObjectName parent, SchemaView state) {
            Set<String> kept = checks(state.table(parent).stream(), Constraint.Check::noInherit);
            return new Bond(
                    child.name(),
                    parent,
                    checks(Stream.of(child), check -> kept.contains(check.name())).stream()
                            .toList());
        }

        private static Set<String> checks(Stream<Table> tables, Predicate<Constraint.Check> wanted) {
            return tables.flatMap(table -> table.constraints().stream())
                    .filter(constraint -> constraint instanceof Constraint.Check check && wanted.test(check))
                    .map(Constraint::name)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** The server takes the namesakes for inherited ones (RemoveInheritance in src/backend/commands/tablecmds.c), so they step aside. */
        private List<Statement> left() {
            List<Statement> statements = new ArrayList<>();
            namesakes.forEach(check ->
                    statements.addAll(PostgresqlConstraints.rename(child, check, PostgresqlNames.coming(check))));
            statements.add(statement(alterTable(child).words("NO INHERIT").text(name(parent)))
                    .explained(PostgresqlLocks.moment(child)));
            namesakes.forEach(check ->
                    statements.addAll(PostgresqlConstraints.rename(child, PostgresqlNames.coming(check), check)));
            return statements;
        }

        private Statement joined() {
            return statement(alterTable(child).words("INHERIT").text(name(parent)))
                    .explained(PostgresqlLocks.moment(child));
        }
    }

    private final Set<Bond> bonds;

    private PostgresqlApart(Set<Bond> bonds) {
        this.bonds = bonds;
    }

    /**
     * The children that have a column from several tables which do not have it from one another: it gets another type with that of the first
     * of its parents while the child is free of the others (ATPrepAlterColumnType in src/backend/commands/tablecmds.c).
     *
     * @param origins the tables in which it gets another type and that have it from nobody
     */
    static PostgresqlApart whileRetyped(Set<ObjectName> origins, SchemaView state) {
        Map<ObjectName, ObjectName> found = new HashMap<>();
        origins.forEach(origin -> found.put(origin, origin));
        Set<Bond> bonds = new LinkedHashSet<>();
        Descent descent = state.descent();
        origins.stream()
                .flatMap(origin -> descent.descendants(origin).stream())
                .distinct()
                .sorted()
                .flatMap(child -> state.table(child).stream())
                .sorted(Comparator.comparingInt(
                        table -> descent.ancestors(table.name()).size()))
                .forEach(child -> note(child, found, bonds, state));
        return new PostgresqlApart(bonds);
    }

    /**
     * What gives columns another type: those that a child has from several tables each by itself while it is free, the others of a table
     * together.
     *
     * @param columns the columns by the tables that have them from nobody
     * @param how what does so for columns of a table
     */
    public static List<Statement> retyped(
            Map<ObjectName, List<Column>> columns,
            BiFunction<ObjectName, List<Column>, Statement> how,
            SchemaView state) {
        Map<String, Map<ObjectName, List<Column>>> byName = new TreeMap<>();
        columns.forEach((table, own) -> own.forEach(column ->
                byName.computeIfAbsent(column.name(), name -> new TreeMap<>()).put(table, List.of(column))));
        Set<String> shared = new HashSet<>();
        List<Statement> statements = new ArrayList<>();
        byName.forEach((name, tables) -> {
            PostgresqlApart apart = whileRetyped(tables.keySet(), state);
            boolean alone = tables.entrySet().stream()
                    .anyMatch(entry -> PostgresqlOwnWays.hasSome(
                            entry.getKey(), entry.getValue().getFirst(), state));
            if (!apart.isEmpty() || alone) {
                shared.add(name);
                List<Statement> done = new ArrayList<>();
                tables.forEach((table, own) -> done.addAll(PostgresqlOwnWays.retyped(
                        table,
                        own.getFirst(),
                        state,
                        child -> how.apply(
                                child.name(),
                                PostgresqlInheritance.full(state, child).column(name).stream()
                                        .toList()),
                        how.apply(table, own))));
                statements.addAll(apart.meanwhile(done));
            }
        });
        columns.forEach((table, own) -> {
            List<Column> rest = own.stream()
                    .filter(column -> !shared.contains(column.name()))
                    .toList();
            if (!rest.isEmpty()) {
                statements.add(how.apply(table, rest));
            }
        });
        return statements;
    }

    private static void note(Table child, Map<ObjectName, ObjectName> origins, Set<Bond> bonds, SchemaView state) {
        for (ObjectName parent : child.lineage().parents()) {
            ObjectName origin = origins.get(parent);
            if (origin != null && !origin.equals(origins.computeIfAbsent(child.name(), name -> origin))) {
                bonds.add(Bond.of(child, parent, state));
            }
        }
    }

    /** Whether no child has to leave. */
    boolean isEmpty() {
        return bonds.isEmpty();
    }

    /** What is done while the children are free. */
    public List<Statement> meanwhile(List<Statement> done) {
        return meanwhile(bonds, done);
    }

    /** What makes a table leave one of those that it inherits from. */
    static List<Statement> left(Table child, ObjectName parent, SchemaView state) {
        return Bond.of(child, parent, state).left();
    }

    /** What is done to a table while it stands by itself. */
    static List<Statement> fromParents(Table table, SchemaView state, List<Statement> done) {
        if (table.lineage().isPartition()) {
            List<Statement> statements = new ArrayList<>();
            statements.add(PostgresqlDescents.detach(
                    table.name(), table.lineage().parents().getFirst()));
            statements.addAll(done);
            statements.add(PostgresqlDescents.attach(table));
            return statements;
        }
        return meanwhile(
                table.lineage().parents().stream()
                        .map(parent -> Bond.of(table, parent, state))
                        .toList(),
                done);
    }

    /** What is done to a table and to those of its children that call the NOT NULL of a column as it does, or have it so from it. */
    static List<Statement> fromOthers(ObjectName table, Column column, SchemaView state, List<Statement> done) {
        List<Bond> bonds = new ArrayList<>();
        Deque<ObjectName> alike = new ArrayDeque<>(List.of(table));
        while (!alike.isEmpty()) {
            ObjectName parent = alike.remove();
            for (Table child : PostgresqlChildren.of(parent, state)) {
                if (PostgresqlNotNullNames.isCalledOtherwise(child, column, state)) {
                    bonds.add(Bond.of(child, parent, state));
                } else {
                    alike.add(child.name());
                }
            }
        }
        return meanwhile(bonds, done);
    }

    private static List<Statement> meanwhile(Collection<Bond> bonds, List<Statement> done) {
        List<Statement> statements = new ArrayList<>();
        bonds.forEach(bond -> statements.addAll(bond.left()));
        statements.addAll(done);
        bonds.forEach(bond -> statements.add(bond.joined()));
        return statements;
    }
}
