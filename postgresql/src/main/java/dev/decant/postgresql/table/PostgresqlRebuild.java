package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.change.AddPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateTable;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.dialect.Conversion;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlConversions;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Lexer;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    private final Table to;
    private final ObjectName aside;
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
        this.to = full(after, table);
        this.aside = PostgresqlNames.departing(table);
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

    public List<Statement> statements() {
        statements.addAll(new PostgresqlSteppingAside(from, changes, before).statements());
        create();
        copy();
        dropHeirs();
        drop(from, aside);
        return statements;
    }

    private void drop(Table table, ObjectName called) {
        String word = PostgresqlTables.word(table.options());
        statements.add(statement(sql("DROP").words(word).text(name(called))).explained(PostgresqlLocks.moment(called)));
    }

    /** Drops the tables that inherited from the old one, which do not go with it as partitions do, as they are called by now, children first. */
    private void dropHeirs() {
        List<Table> going = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof DropTable drop && !drop.table().name().equals(from.name())) {
                going.add(drop.table());
            }
        }
        Descent descent = before.descent();
        going.stream()
                .filter(table -> !table.lineage().isPartition())
                .sorted(Comparator.comparingInt(
                        table -> -descent.ancestors(table.name()).size()))
                .forEach(table -> drop(table, calledByNow(table)));
    }

    private ObjectName calledByNow(Table table) {
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

    private void copy() {
        List<Column> kept = to.columns().stream()
                .filter(column -> !(column.fill() instanceof Fill.Generated)
                        && from.column(column.name()).isPresent()
                        && !isGivenUp(column.name()))
                .toList();
        List<Column> common = kept.stream().filter(column -> !isLost(column)).toList();
        if (!common.isEmpty()) {
            Set<ObjectName> here = ofThisServer();
            here.forEach(source -> statements.add(copied(source, here.size() > 1 || !holdAllHere(), kept, common)));
        }
        common.forEach(this::advance);
    }

    private Statement copied(ObjectName source, boolean only, List<Column> kept, List<Column> common) {
        Sql sql = sql("INSERT INTO")
                .text(name(to.name()))
                .list(common.stream().map(Column::name).toList())
                .when(common.stream().anyMatch(this::refusesValues), "OVERRIDING SYSTEM VALUE")
                .words("SELECT")
                .commas(common, (item, column) -> item.text(value(column).sql()))
                .words("FROM")
                .when(only, "ONLY")
                .text(name(source));
        Statement copy = statement(sql)
                .explained(PostgresqlLocks.rewrite(from.name()))
                .with(Hazard.Kind.REWRITE, "copies every row of " + from.name() + "; readers and writers wait")
                .with(Hazard.Kind.DATA_DEPENDENT, "fails when a row of " + from.name() + " does not fit");
        for (Column column : kept) {
            copy = common.contains(column)
                    ? copy
                    : copy.with(
                            Hazard.Kind.DATA_LOSS, "the values of " + from.name() + "." + column.name() + " are gone");
        }
        return copy;
    }

    /** What the rows are copied from, as it is called by then: rows that other servers hold for the old table are no part of it. */
    private Set<ObjectName> ofThisServer() {
        Set<ObjectName> sources = new LinkedHashSet<>(Set.of(aside));
        if (!holdAllHere()) {
            below().filter(table -> !PostgresqlForeign.isForeign(table.options())
                            && table.lineage().partitioning().isEmpty())
                    .forEach(table -> sources.add(calledByNow(table)));
        }
        return sources;
    }

    private boolean holdAllHere() {
        return below().noneMatch(table -> PostgresqlForeign.isForeign(table.options()));
    }

    private Stream<Table> below() {
        Descent descent = before.descent();
        return before.tables().values().stream().filter(table -> descent.isDescendant(table.name(), from.name()));
    }

    /** Whether the values of a column are of no use for the new one. */
    private boolean isGivenUp(String column) {
        return changes.stream().anyMatch(change -> switch (change) {
            case DropPart drop -> drop.part().name().equals(column);
            case AddPart add -> add.part().name().equals(column);
            default -> false;
        });
    }

    /** Whether a column was a parent's and is the table's own now, or the other way round, or was computed, and nothing makes one type of the other. */
    private boolean isLost(Column column) {
        Column earlier = from.column(column.name()).orElseThrow();
        boolean isAnother = isOwn(before, column) != isOwn(after, column) || earlier.fill() instanceof Fill.Generated;
        return isAnother && PostgresqlConversions.of(earlier, column.type()) instanceof Conversion.Asked;
    }

    private boolean isOwn(SchemaView schema, Column column) {
        return schema.table(from.name())
                .flatMap(table -> table.column(column.name()))
                .isPresent();
    }

    /** What the new table gets for a column of the old one. */
    private Expression value(Column column) {
        return changes.stream()
                .filter(change -> change instanceof ConvertColumn convert
                        && convert.table().equals(from.name())
                        && convert.after().name().equals(column.name()))
                .map(change -> ((ConvertColumn) change).forward())
                .findFirst()
                .orElseGet(() -> PostgresqlTypeChanges.cast(
                        from.name(), from.column(column.name()).orElseThrow(), column.type()));
    }

    /** Whether the column is always counted, be it for the table or, since PostgreSQL 17, for the one that it is a partition of. */
    private boolean refusesValues(Column column) {
        return Stream.concat(Stream.of(to.name()), after.descent().ancestors(to.name()).stream())
                .flatMap(table -> after.table(table).stream())
                .flatMap(table -> table.column(column.name()).stream())
                .anyMatch(each -> each.fill() instanceof Fill.Identity identity && identity.always());
    }

    /** The new table counts on from where the old one was. */
    private void advance(Column column) {
        if (PostgresqlNames.sequence(to.name(), column).isPresent()) {
            Column earlier = from.column(column.name()).orElseThrow();
            PostgresqlCountedRows rows = PostgresqlCountedRows.of(to.name(), after);
            statements.addAll(
                    PostgresqlNames.sequence(from.name(), earlier).isPresent()
                            ? PostgresqlCountingOn.inPlace(to.name(), earlier, column, rows)
                            : PostgresqlCounting.advance(to.name(), column, rows));
        }
    }
}
