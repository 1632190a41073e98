package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.DropPart;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.TableTraits;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table that gets other parents, or other rows of the same one: it is detached, made what the new parents want and attached again, with
 * all its rows.
 */
public final class PostgresqlDescents {
    private final ObjectName table;
    private final SchemaView before;
    private final SchemaView after;
    private final Table from;
    private final Table to;
    private final PostgresqlDescendedColumns columns;
    private final Set<ObjectName> renewed;
    private final List<Statement> statements = new ArrayList<>();

    private PostgresqlDescents(ObjectName table, SchemaView before, SchemaView after, Set<ObjectName> renewed) {
        this.table = table;
        this.renewed = renewed;
        this.before = before;
        this.after = after;
        this.from = before.table(table).orElseThrow();
        this.to = after.table(table).orElseThrow();
        this.columns = new PostgresqlDescendedColumns(from, to, before, after);
    }

    /** Whether the parents of a table, or the rows that it holds for them, change. */
    static boolean changes(Lineage before, Lineage after) {
        return !before.hasSameParents(after) || !before.bound().equals(after.bound());
    }

    /** The statements for all that happens to tables that get other parents: those that leave do so before any of them joins. */
    public static List<Statement> render(Operation operation, SchemaView before) {
        List<ObjectName> tables = PostgresqlOperations.descents(operation);
        SchemaBuilder state = PostgresqlToldHeirs.told(operation.changes(), before, tables::contains).toBuilder();
        List<Statement> leaving = new ArrayList<>();
        List<Statement> rest = new ArrayList<>();
        for (ObjectName table : tables) {
            List<Change> changes = operation.changes().stream()
                    .filter(change -> isOf(table, change))
                    .toList();
            SchemaView then = state.build();
            changes.forEach(change -> change.applyTo(state, PostgresqlText.SYNTAX));
            PostgresqlDescents descents = new PostgresqlDescents(table, then, state.build(), Set.of());
            leaving.addAll(descents.left());
            rest.addAll(descents.settled());
        }
        leaving.addAll(rest);
        leaving.addAll(PostgresqlToldHeirs.freed(operation.changes(), state.view(), tables::contains));
        return leaving;
    }

    /**
     * The statements for tables that hold rows for one that goes and comes again.
     *
     * @param meanwhile what makes it go and come
     */
    static List<Statement> around(
            ObjectName parent, List<ObjectName> heirs, List<Statement> meanwhile, SchemaView before, SchemaView after) {
        List<Statement> statements = new ArrayList<>();
        List<Statement> rest = new ArrayList<>(meanwhile);
        for (ObjectName heir : heirs) {
            PostgresqlDescents descents = new PostgresqlDescents(heir, before, after, Set.of(parent));
            statements.addAll(descents.left());
            rest.addAll(descents.settled());
        }
        statements.addAll(rest);
        return statements;
    }

    private List<Statement> left() {
        leave();
        List<Statement> left = List.copyOf(statements);
        statements.clear();
        return left;
    }

    private static boolean isOf(ObjectName table, Change change) {
        return switch (change) {
            case AlterTable alter -> alter.table().equals(table);
            case AddPart add -> add.table().equals(table);
            case DropPart drop -> drop.table().equals(table);
            case AlterPart alter -> alter.table().equals(table);
            default -> false;
        };
    }

    private List<Statement> settled() {
        PostgresqlPartsMatch parts = new PostgresqlPartsMatch(staying(), all(to, after), brought(to, after));
        untyped();
        parts.gone().forEach(part -> statements.addAll(dropped(part)));
        statements.addAll(columns.alter());
        parts.renamed()
                .forEach((part, other) ->
                        statements.addAll(PostgresqlParts.rename(table, part.partKind(), part.name(), other)));
        parts.neededFirst().forEach(part -> statements.addAll(PostgresqlConstraints.add(table, (Constraint) part)));
        join();
        parts.altered().forEach((part, other) -> statements.addAll(PostgresqlParts.alter(table, part, other, after)));
        parts.added().forEach(part -> statements.addAll(PostgresqlParts.add(table, part, after)));
        statements.addAll(traits());
        statements.addAll(PostgresqlPartitionTriggers.alter(table, Map.of(), to.options(), after));
        return statements;
    }

    /** What has a table of a type leave that before it gets columns or parents, which no such table does. */
    private void untyped() {
        statements.addAll(PostgresqlTableOptions.alter(table, from.options(), withoutType()));
    }

    private Map<String, String> withoutType() {
        Map<String, String> options = new LinkedHashMap<>(from.options());
        PostgresqlTableOptions.ofType(from.options())
                .filter(type -> PostgresqlTableOptions.ofType(to.options())
                        .filter(type::equals)
                        .isEmpty())
                .ifPresent(type -> options.remove(PostgresqlTableOptions.OF_TYPE));
        return options;
    }

    private List<Statement> traits() {
        TableTraits free = from.withOptions(withoutType()).traits();
        List<Statement> alteration = PostgresqlTables.alter(table, free, to.traits());
        boolean unlogged = PostgresqlIdentitySequences.isUnlogged(to);
        return unlogged == PostgresqlIdentitySequences.isUnlogged(from)
                ? alteration
                : PostgresqlPersistence.withSequencesApart(table, unlogged, after, alteration);
    }

    private List<Statement> dropped(TablePart part) {
        if (!(part instanceof Constraint constraint)) {
            return PostgresqlIndexes.drop(table, (Index) part);
        }
        List<Statement> dropped = new ArrayList<>(PostgresqlConstraints.drop(table, constraint));
        dropped.addAll(PostgresqlDeclared.without(table, constraint, before));
        return dropped;
    }

    /** What does not go along with a column that comes anew. */
    private List<TablePart> staying() {
        PostgresqlRestingParts going = new PostgresqlRestingParts(table, columns.comingAnew());
        return all(from, before).stream().filter(part -> !going.contains(part)).toList();
    }

    /** All constraints and indexes that a table has, be they its own or brought by its parents. */
    private List<TablePart> all(Table table, SchemaView schema) {
        List<TablePart> parts = new ArrayList<>(brought(table, schema));
        parts.addAll(table.constraints());
        parts.addAll(table.indexes());
        return parts;
    }

    private static boolean holds(Table table, TablePart part) {
        return table.part(part.partKind(), part.name()).isPresent();
    }

    /** What the parents bring; a check that has been proved here stays so, whatever is known of the rows of each of them. */
    private List<TablePart> brought(Table table, SchemaView schema) {
        return PostgresqlFamily.brought(schema, table).stream()
                .filter(part -> !holds(table, part))
                .map(part -> isKnown(from, part) ? PostgresqlFamily.known(to, part) : part)
                .toList();
    }

    private static boolean isKnown(Table table, TablePart part) {
        return table.options().containsKey(PostgresqlTableOptions.CHECKED + part.name());
    }

    private void leave() {
        if (from.lineage().isPartition()) {
            statements.add(detach(table, from.lineage().parents().getFirst()));
            return;
        }
        from.lineage().parents().stream()
                .filter(parent -> !stays(parent))
                .forEach(parent -> statements.addAll(PostgresqlApart.left(from, parent, before)));
    }

    /** Makes a partition a table of its own. */
    static Statement detach(ObjectName table, ObjectName parent) {
        return statement(alterTable(parent).words("DETACH PARTITION").text(name(table)))
                .explained(PostgresqlLocks.moment(parent, table))
                .with(Hazard.Kind.BREAKING, "the rows of " + table + " are no longer found in " + parent);
    }

    /** Makes a table a partition; its rows are read. */
    static Statement attach(Table to) {
        ObjectName parent = to.lineage().parents().getFirst();
        String bound = to.lineage().bound().orElseThrow().sql();
        return statement(alterTable(parent)
                        .words("ATTACH PARTITION")
                        .text(name(to.name()))
                        .text(bound))
                .explained(PostgresqlLocks.attachment(parent, to.name()))
                .with(Hazard.Kind.DATA_DEPENDENT, "fails when a row of " + to.name() + " is not " + bound)
                .with(Hazard.Kind.BLOCKING, "readers and writers of " + to.name() + " wait while its rows are read");
    }

    /** What a partition has to be freed of before it is dropped, when foreign keys point at the table that it is a part of. */
    static Optional<Statement> leftByDropped(Table table, SchemaView before) {
        Set<ObjectName> ancestors = before.descent().ancestors(table.name());
        boolean pointedAt = before.tables().values().stream()
                .flatMap(other -> other.foreignKeys().stream())
                .anyMatch(key -> ancestors.contains(key.target()));
        return table.lineage().isPartition() && pointedAt
                ? Optional.of(detach(table.name(), table.lineage().parents().getFirst()))
                : Optional.empty();
    }

    private boolean stays(ObjectName parent) {
        return !columns.getOtherNames()
                && !renewed.contains(parent)
                && !from.lineage().isPartition()
                && !to.lineage().isPartition()
                && from.lineage().parents().contains(parent)
                && to.lineage().parents().contains(parent);
    }

    private void join() {
        if (to.lineage().isPartition()) {
            statements.add(attach(to));
            return;
        }
        to.lineage().parents().stream()
                .filter(parent -> !stays(parent))
                .forEach(parent -> statements.add(
                        statement(alterTable(table).words("INHERIT").text(name(parent)))
                                .explained(PostgresqlLocks.moment(table))));
    }
}
