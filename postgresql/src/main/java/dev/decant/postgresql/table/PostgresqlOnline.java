package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterColumn;
import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.DropPart;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Enforcement;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways that keep programs from waiting while a table they use is changed: an index is built beside them, a constraint is added without
 * looking at the rows and they are looked at later, under a lock that lets readers and writers go on.
 *
 * <p>Sources: the manual's pages of CREATE INDEX (Building Indexes Concurrently) and ALTER TABLE (Notes).
 */
public final class PostgresqlOnline {
    private PostgresqlOnline() {}

    /** The statements of a change, when there is such a way for it. */
    static Optional<List<Statement>> render(Change change, SchemaView before) {
        return switch (change) {
            case AddPart(ObjectName table, Index index)
            when isPlain(table, before) -> Optional.of(PostgresqlConcurrently.create(table, index));
            case DropPart(ObjectName table, Index index)
            when isPlain(table, before) -> Optional.of(PostgresqlConcurrently.drop(table, index.name()));
            case AlterPart(ObjectName table, Index then, Index now)
            when isPlain(table, before) && PostgresqlConcurrently.replaces(then, now) ->
                Optional.of(PostgresqlConcurrently.replace(table, then, now));
            case AddPart(ObjectName table, Constraint constraint) when isPlain(table, before) -> add(table, constraint);
            case AlterPart(ObjectName table, Column then, Column now)
            when provesNotNull(change, before) -> Optional.of(setNotNull(table, then, now, before));
            default -> Optional.empty();
        };
    }

    /** The statements of an operation, when there is such a way for it. */
    public static Optional<List<Statement>> render(Operation operation, SchemaView before) {
        if (PostgresqlJointTypes.isOne(operation)) {
            return Optional.of(PostgresqlJointTypes.online(operation, before));
        }
        return operation.changes().size() == 1 ? render(operation.changes().getFirst(), before) : Optional.empty();
    }

    /** Whether a column comes to refuse null by a check that proves it of the rows. */
    static boolean provesNotNull(Change change, SchemaView before) {
        return change instanceof AlterPart(ObjectName table, Column then, Column now)
                && then.nullable()
                && !now.nullable()
                && !(now.fill() instanceof Fill.Identity)
                && PostgresqlColumnOptions.notNull(table, now).isEmpty()
                && isPlain(table, before);
    }

    private static boolean isPlain(ObjectName table, SchemaView before) {
        return before.table(table).filter(PostgresqlOnline::isPlain).isPresent();
    }

    /** Whether the table holds its rows itself, and here: the server builds no index over partitions concurrently. */
    public static boolean isPlain(Table table) {
        return table.lineage().equals(Lineage.NONE) && !PostgresqlForeign.isForeign(table.options());
    }

    private static Optional<List<Statement>> add(ObjectName table, Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key
            when !key.withoutOverlaps() ->
                Optional.of(PostgresqlConcurrently.add(table, key, key.columns(), key.include(), key.storage(), false));
            case Constraint.Unique key
            when !key.withoutOverlaps() ->
                Optional.of(PostgresqlConcurrently.add(
                        table, key, key.columns(), key.include(), key.storage(), key.nullsNotDistinct()));
            case Constraint.ForeignKey key
            when key.enforcement() == Enforcement.ENFORCED ->
                Optional.of(validated(table, key.withEnforcement(Enforcement.NOT_VALID), key));
            case Constraint.Check check
            when check.enforcement() == Enforcement.ENFORCED ->
                Optional.of(validated(table, check.withEnforcement(Enforcement.NOT_VALID), check));
            default -> Optional.empty();
        };
    }

    /** Added for new rows first, then checked for those that are there, in a transaction of its own. */
    private static List<Statement> validated(ObjectName table, Constraint unchecked, Constraint checked) {
        List<Statement> statements = new ArrayList<>(PostgresqlConstraints.add(table, unchecked));
        PostgresqlConstraints.alter(table, unchecked, checked).stream()
                .map(Statement::inItsOwnTransaction)
                .forEach(statements::add);
        return statements;
    }

    /** The statements that make a table a partition, behind a check that proves which rows it has where one can be had; others as they are. */
    public static List<Statement> attached(Operation operation, SchemaView before, List<Statement> statements) {
        List<Statement> all = statements;
        for (ObjectName name : PostgresqlOperations.descents(operation)) {
            Table table = after(operation, before).table(name);
            Optional<Constraint.Check> proof = PostgresqlPartitionProof.of(table, before);
            all = proof.isPresent() ? proven(table, proof.get(), all) : all;
        }
        return all;
    }

    private static SchemaBuilder after(Operation operation, SchemaView before) {
        SchemaBuilder state = before.toBuilder();
        operation.changes().forEach(change -> change.applyTo(state, PostgresqlText.SYNTAX));
        return state;
    }

    private static List<Statement> proven(Table partition, Constraint.Check proof, List<Statement> statements) {
        ObjectName table = partition.name();
        Statement attach = PostgresqlDescents.attach(partition);
        Statement quick = attach.without(Hazard.Kind.BLOCKING)
                .explained(PostgresqlLocks.moment(partition.lineage().parents().getFirst(), table));
        List<Statement> all = new ArrayList<>(validated(table, proof.withEnforcement(Enforcement.NOT_VALID), proof));
        statements.forEach(each -> all.add(each.sql().equals(attach.sql()) ? quick : each));
        all.add(statement(alterTable(table).words("DROP CONSTRAINT").name(proof.name()))
                .explained(PostgresqlLocks.moment(table)));
        return all;
    }

    /**
     * NOT NULL by a check that is validated first: then the server does not read the rows again.
     *
     * <p>Whatever else changes of the column is done before.
     */
    private static List<Statement> setNotNull(ObjectName table, Column then, Column now, SchemaView before) {
        List<Statement> statements =
                new ArrayList<>(PostgresqlParts.alter(table, then, now.withNullable(true), Optional.empty(), before));
        Constraint.Check proof = PostgresqlNames.notNullProof(table, now.name());
        statements.addAll(validated(table, proof.withEnforcement(Enforcement.NOT_VALID), proof).stream()
                .map(statement -> statement.without(Hazard.Kind.DATA_DEPENDENT))
                .toList());
        Statement set = statement(alterColumn(table, now.name()).words("SET NOT NULL"))
                .explained(PostgresqlLocks.moment(table))
                .with(Hazard.Kind.DATA_DEPENDENT, "fails when " + table + "." + now.name() + " is null in a row");
        statements.add(PostgresqlColumns.breaking(set, table, now));
        statements.add(statement(alterTable(table).words("DROP CONSTRAINT").name(proof.name()))
                .explained(PostgresqlLocks.moment(table)));
        return statements;
    }
}
