package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.change.Change;
import dev.decant.change.CreateTable;
import dev.decant.change.DropTable;
import dev.decant.dialect.Statement;
import dev.decant.model.Descent;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Lexer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table that shall divide its rows among partitions, in another way than it does, or no longer. It steps aside under another name, another
 * is made in its place with its partitions, the rows are copied, and it goes.
 */
public final class PostgresqlRebuild {
    private final List<Change> changes;
    private final SchemaView before;
    private final SchemaView after;
    private final Table from;
    private final List<Table> joining;
    private final List<Statement> statements = new ArrayList<>();

    /**
     * Takes the changes of one table and its partitions.
     *
     * @param changes that drop it and create it, and drop and create its partitions
     */
    public PostgresqlRebuild(ObjectName table, List<Change> changes, SchemaView before) {
        SchemaBuilder state = before.toBuilder();
        changes.forEach(change -> change.applyTo(state, PostgresqlText.SYNTAX));
        this.changes = changes;
        this.before = before;
        this.after = state.view();
        this.from = full(before, table);
        this.joining = joining();
    }

    /** Whether the rows are divided by the column, so that it stays of its type: ATPrepAlterColumnType in src/backend/commands/tablecmds.c. */
    public static boolean dividesBy(Lineage lineage, String column) {
        return lineage.partitioning().stream()
                .flatMap(key -> Lexer.code(key.sql(), PostgresqlText.SYNTAX).stream())
                .anyMatch(token ->
                        token.isName() && token.nameIn(PostgresqlText.SYNTAX).equals(column));
    }

    private static Table full(SchemaView schema, ObjectName table) {
        return PostgresqlInheritance.full(schema, schema.table(table).orElseThrow());
    }

    /** Tables that go and come too, with their own partitions, and stood apart before they hold rows for this one. */
    private List<Table> joining() {
        return apart(going().filter(table -> !isBelow(before, table.name())).toList());
    }

    /** Partitions that go and come too, with their own, and stand apart with their rows in the end. */
    private List<Table> leaving() {
        return apart(going().filter(table ->
                        table.lineage().isPartition() && isBelow(before, table.name()) && !isBelow(after, table.name()))
                .toList());
    }

    private boolean isBelow(SchemaView schema, ObjectName table) {
        return schema.descent().isDescendant(table, from.name());
    }

    /** Those of some tables that come again and stand below none of the others, with all columns that they have. */
    private List<Table> apart(List<Table> tables) {
        Set<ObjectName> names = tables.stream().map(Table::name).collect(Collectors.toSet());
        return names.stream()
                .filter(table -> after.table(table).isPresent() && !table.equals(from.name()))
                .filter(table -> Collections.disjoint(before.descent().ancestors(table), names))
                .sorted()
                .map(table -> full(before, table))
                .toList();
    }

    private SchemaView without(List<Table> tables) {
        SchemaBuilder rest = before.toBuilder();
        for (Table table : tables) {
            before.descent().descendants(table.name()).forEach(rest::removeTable);
            rest.removeTable(table.name());
        }
        return rest.view();
    }

    private Stream<Table> going() {
        return changes.stream()
                .flatMap(change -> change instanceof DropTable drop ? Stream.of(drop.table()) : Stream.empty());
    }

    public List<Statement> statements() {
        List<Table> leaving = leaving();
        SchemaView rest = without(leaving);
        leaving.forEach(table -> stepAside(table, before));
        stepAside(from, rest);
        joining.forEach(table -> stepAside(table, rest));
        create();
        List<Table> all =
                Stream.of(leaving, List.of(from), joining).flatMap(List::stream).toList();
        all.forEach(table -> statements.addAll(new PostgresqlCopiedRows(
                        table, full(after, table.name()), changes, leaving.contains(table) ? before : rest, after)
                .statements()));
        dropHeirs();
        all.reversed().forEach(table -> drop(table, PostgresqlNames.departing(table.name())));
        return statements;
    }

    private void stepAside(Table table, SchemaView state) {
        statements.addAll(new PostgresqlSteppingAside(table, changes, state).statements());
    }

    private void drop(Table table, ObjectName called) {
        String word = PostgresqlTables.word(table.options());
        statements.add(statement(sql("DROP").words(word).text(name(called))).explained(PostgresqlLocks.moment(called)));
    }

    /** Drops the tables that inherited from the old one, which do not go with it as partitions do, as they are called by now, children first. */
    private void dropHeirs() {
        Descent descent = before.descent();
        going().filter(table -> !table.lineage().isPartition() && !table.name().equals(from.name()))
                .filter(table ->
                        joining.stream().noneMatch(other -> other.name().equals(table.name())))
                .sorted(Comparator.comparingInt(
                        table -> -descent.ancestors(table.name()).size()))
                .forEach(table -> drop(table, calledByNow(table, changes)));
    }

    /** How a table is called that some changes drop, once those of the same names have come. */
    static ObjectName calledByNow(Table table, List<Change> changes) {
        boolean comes = changes.stream()
                .anyMatch(change -> change instanceof CreateTable create
                        && create.table().name().equals(table.name()));
        return comes ? PostgresqlNames.departing(table.name()) : table.name();
    }

    /** Makes the tables as they shall be in the end, parents first. */
    private void create() {
        SchemaBuilder state = before.toBuilder();
        for (Change change : changes) {
            if (change instanceof DropTable) {
                change.applyTo(state, PostgresqlText.SYNTAX);
            }
        }
        Descent descent = after.descent();
        changes.stream()
                .filter(CreateTable.class::isInstance)
                .map(change -> ((CreateTable) change).table().name())
                .sorted(Comparator.comparingInt(
                        table -> descent.ancestors(table).size()))
                .map(table -> after.table(table).orElseThrow())
                .forEach(table -> {
                    statements.addAll(PostgresqlTables.create(table, state.view()));
                    state.add(table);
                });
    }
}
