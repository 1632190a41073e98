package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.change.AlterTable;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Enforcement;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.TableTraits;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlRenames;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tables: created, dropped, renamed, and their options. */
public final class PostgresqlTables {
    private PostgresqlTables() {}

    public static List<Statement> create(Table table, SchemaView before) {
        return isTyped(table) && table.columns().stream().anyMatch(PostgresqlTables::isOfNoTypedTable)
                ? typedLater(table, before)
                : created(table, before);
    }

    /** Whether no CREATE TABLE OF makes the column, which a table may well have that comes to be of a type (transformColumnDefinition). */
    private static boolean isOfNoTypedTable(Column column) {
        return column.fill() instanceof Fill.Identity
                || column.fill() instanceof Fill.Generated
                || column.fill() instanceof Fill.Serial;
    }

    private static List<Statement> typedLater(Table table, SchemaView before) {
        Map<String, String> untyped = new LinkedHashMap<>(table.options());
        untyped.remove(PostgresqlTableOptions.OF_TYPE);
        Table made = PostgresqlTypedTables.inOrderOfType(table, before).withOptions(untyped);
        List<Statement> statements = new ArrayList<>(created(made, before));
        calm(PostgresqlTableOptions.alter(table.name(), untyped, table.options()), statements);
        return statements;
    }

    private static List<Statement> created(Table table, SchemaView before) {
        List<Column> columns = declared(table, before);
        List<Statement> statements = new ArrayList<>();
        columns.forEach(column -> statements.addAll(PostgresqlSerials.before(table.name(), column)));
        PostgresqlParentsStorage parents = PostgresqlParentsStorage.of(table, before);
        statements.addAll(parents.agreed());
        Table told = PostgresqlPartitionPlaces.told(table, before);
        statements.add(
                createTable(told, columns, PostgresqlSaid.in(table, before), PostgresqlSaid.checks(table, before)));
        calm(PostgresqlPartitionPlaces.corrected(table, before), statements);
        statements.addAll(parents.back());
        columns.forEach(column -> statements.addAll(PostgresqlSerials.after(table.name(), column)));
        if (PostgresqlTableOptions.is(table.options(), PostgresqlTableOptions.UNLOGGED)) {
            columns.forEach(column -> statements.addAll(PostgresqlSerials.likeUnlogged(table.name(), column)));
        }
        columns.forEach(column -> calm(PostgresqlColumnOptions.finish(table.name(), column), statements));
        statements.addAll(PostgresqlSequences.ownedBy(table, before));
        table.columns().stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> calm(PostgresqlChildren.otherwise(table, column, before), statements));
        table.constraints().stream()
                .filter(constraint -> standsInside(table, constraint))
                .forEach(constraint -> calm(PostgresqlConstraints.finish(table.name(), constraint), statements));
        SchemaView made = made(table, before);
        table.constraints().stream()
                .filter(constraint -> !standsInside(table, constraint))
                .forEach(constraint -> statements.addAll(added(table.name(), constraint, made)));
        table.indexes().forEach(index -> statements.addAll(added(table.name(), index, made)));
        calm(PostgresqlTableOptions.finish(table.name(), table.options()), statements);
        calm(PostgresqlTableOptions.checkedKeys(table, made), statements);
        calm(PostgresqlPartitionTriggers.alter(table.name(), Map.of(), table.options(), made), statements);
        comments(table, columns, statements);
        return statements;
    }

    private static List<Statement> added(ObjectName table, TablePart part, SchemaView made) {
        return PostgresqlAttached.isAttached(part)
                ? PostgresqlAttached.addToNew(table, part, made)
                : PostgresqlParts.add(table, part, made);
    }

    private static SchemaView made(Table table, SchemaView before) {
        if (table.lineage().parents().isEmpty()) {
            return before;
        }
        SchemaBuilder made = before.toBuilder();
        made.add(table);
        return made.view();
    }

    /** Adds statements for which nobody waits, since the table was not there before. */
    private static void calm(List<Statement> alterations, List<Statement> into) {
        alterations.stream()
                .map(statement -> statement.explained(PostgresqlLocks.NEW_TABLE).without(Hazard.Kind.values()))
                .forEach(into::add);
    }

    /** The columns that stand in CREATE TABLE: those that no parent brings. */
    private static List<Column> declared(Table table, SchemaView before) {
        return table.columns().stream()
                .filter(column -> !PostgresqlChildren.isBrought(table, column, before))
                .toList();
    }

    private static Statement createTable(
            Table table, List<Column> columns, List<Column> said, List<Constraint.Check> checks) {
        Stream<Constraint> inside = Stream.concat(
                table.constraints().stream().filter(constraint -> standsInside(table, constraint)), checks.stream());
        List<TablePart> parts = Stream.<TablePart>concat(
                        columns.stream().filter(column -> !(isTyped(table) && PostgresqlColumns.isJustTyped(column))),
                        inside.sorted(PostgresqlConstraints.ORDER))
                .toList();
        Map<String, String> options = table.options();
        boolean foreign = PostgresqlForeign.isForeign(options);
        Sql sql = sql("CREATE")
                .when(foreign, "FOREIGN")
                .when(PostgresqlTableOptions.is(options, PostgresqlTableOptions.UNLOGGED), "UNLOGGED")
                .words("TABLE")
                .text(name(table.name()));
        PostgresqlChildren.writeOrigin(sql, table);
        boolean bare = parts.isEmpty() && said.isEmpty() && (table.lineage().isPartition() || isTyped(table));
        if (!bare) {
            List<TablePart> lines = Stream.concat(said.stream(), parts.stream()).toList();
            sql.lines(lines, (line, part) -> define(line, table, said, part));
        }
        PostgresqlChildren.writeLineage(sql, table.lineage());
        if (foreign) {
            sql.newLine().words("SERVER").name(options.getOrDefault(PostgresqlForeign.SERVER, ""));
            PostgresqlForeign.write(sql, options);
        }
        PostgresqlTableOptions.write(sql, options);
        return statement(sql).explained(PostgresqlLocks.NEW_TABLE);
    }

    private static boolean isTyped(Table table) {
        return table.options().containsKey(PostgresqlTableOptions.OF_TYPE);
    }

    private static void define(Sql line, Table table, List<Column> said, TablePart part) {
        switch (part) {
            case Column column -> {
                if (said.contains(column)) {
                    PostgresqlSaid.define(line, table, column);
                } else if (isTyped(table)) {
                    PostgresqlColumns.defineTyped(line, table.name(), column);
                } else {
                    PostgresqlColumns.define(line, table.name(), column);
                }
            }
            case Constraint constraint -> PostgresqlConstraints.define(line, constraint);
            case Index index -> throw new IllegalArgumentException("an index stands in no table: " + index.name());
        }
    }

    /**
     * Whether CREATE TABLE makes the constraint as it is. There, a check would be valid at once, and of two keys over the same columns one
     * would be left out (transformIndexConstraints in src/backend/parser/parse_utilcmd.c).
     */
    private static boolean standsInside(Table table, Constraint constraint) {
        Map<String, String> storage = constraint.storage();
        if (PostgresqlIndexStorage.isInvalid(storage) || storage.containsKey(PostgresqlIndexStorage.PART_OF)) {
            return false;
        }
        return switch (constraint) {
            case Constraint.PrimaryKey key -> true;
            case Constraint.Unique unique -> firstOver(table, unique.columns()).equals(unique);
            case Constraint.ForeignKey key -> false;
            case Constraint.Check check -> check.enforcement() != Enforcement.NOT_VALID;
            case Constraint.Exclusion exclusion -> true;
        };
    }

    private static Constraint firstOver(Table table, List<String> columns) {
        return table.constraints().stream()
                .filter(key -> key instanceof Constraint.PrimaryKey || key instanceof Constraint.Unique)
                .filter(key -> key.columns().equals(columns))
                .min(PostgresqlConstraints.ORDER)
                .orElseThrow();
    }

    private static void comments(Table table, List<Column> columns, List<Statement> statements) {
        if (!table.comment().isEmpty()) {
            statements.add(PostgresqlTableComments.onTable(table));
        }
        Stream<TablePart> inside = Stream.concat(
                columns.stream(), table.constraints().stream().filter(constraint -> standsInside(table, constraint)));
        inside.filter(part -> !part.comment().isEmpty())
                .forEach(part -> statements.add(PostgresqlTableComments.onPart(table.name(), part)));
    }

    /** The word for the kind of table. */
    static String word(Map<String, String> options) {
        return PostgresqlForeign.isForeign(options) ? "FOREIGN TABLE" : "TABLE";
    }

    public static List<Statement> drop(Table table, SchemaView before) {
        Statement statement = statement(sql("DROP").words(word(table.options())).text(name(table.name())))
                .explained(PostgresqlLocks.moment(table.name()));
        Statement dropped = PostgresqlForeign.isForeign(table.options())
                ? statement
                : statement.with(Hazard.Kind.DATA_LOSS, "the rows of " + table.name() + " are gone");
        return Stream.concat(PostgresqlDescents.leftByDropped(table, before).stream(), Stream.of(dropped))
                .toList();
    }

    public static List<Statement> rename(ObjectName before, ObjectName after, SchemaView state) {
        String message = "programs that know " + before + " no longer find it";
        String kind = state.table(before).map(table -> word(table.options())).orElse("TABLE");
        Stream<Statement> renamed =
                PostgresqlRenames.of(kind, before, after, PostgresqlLocks.moment(before), state).stream()
                        .map(statement -> statement.with(Hazard.Kind.BREAKING, message));
        return Stream.concat(renamed, PostgresqlBroughtNames.ofRenamed(before, after, state).stream())
                .toList();
    }

    /**
     * One table made the other, apart from its parts; where rows go is told by {@link PostgresqlDescents}, and how they are divided by {@link
     * PostgresqlRebuild}.
     */
    public static List<Statement> alter(ObjectName table, TableTraits before, TableTraits after) {
        List<Statement> statements =
                new ArrayList<>(PostgresqlTableOptions.alter(table, before.options(), after.options()));
        if (!before.comment().equals(after.comment())) {
            statements.add(
                    PostgresqlTableComments.onTable(Table.of(table, List.of()).withTraits(after)));
        }
        return statements;
    }

    /** The same for a change, with what a partition has of triggers that are its parent's. */
    public static List<Statement> alter(AlterTable alter, SchemaView before) {
        List<Statement> statements = new ArrayList<>(alter(alter.table(), alter.before(), alter.after()));
        statements.addAll(PostgresqlPartitionTriggers.alter(
                alter.table(), alter.before().options(), alter.after().options(), before));
        return statements;
    }

    /** ALTER TABLE with actions that the server carries out together; several stand one a line. */
    public static Statement alter(ObjectName table, List<Sql> actions) {
        Sql sql = PostgresqlText.alterTable(table);
        if (actions.size() == 1) {
            return statement(sql.text(actions.getFirst().toString()));
        }
        return statement(sql.commas(actions, (line, action) -> line.newLine().text("    " + action)));
    }
}
