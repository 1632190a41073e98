package dev.decant.postgresql;

import dev.decant.change.Change;
import dev.decant.dialect.Ability;
import dev.decant.dialect.Conversion;
import dev.decant.dialect.DataCheck;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.TableTraits;
import dev.decant.postgresql.access.PostgresqlGiving;
import dev.decant.postgresql.raw.PostgresqlSecrets;
import dev.decant.postgresql.routine.PostgresqlBodies;
import dev.decant.postgresql.sql.PostgresqlConversions;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.sql.PostgresqlWithheld;
import dev.decant.postgresql.table.PostgresqlArrayCasts;
import dev.decant.postgresql.table.PostgresqlBroughtNames;
import dev.decant.postgresql.table.PostgresqlCanonical;
import dev.decant.postgresql.table.PostgresqlCarvedRows;
import dev.decant.postgresql.table.PostgresqlColumnOptions;
import dev.decant.postgresql.table.PostgresqlConcurrently;
import dev.decant.postgresql.table.PostgresqlConstraints;
import dev.decant.postgresql.table.PostgresqlDataChecks;
import dev.decant.postgresql.table.PostgresqlForeign;
import dev.decant.postgresql.table.PostgresqlIndexes;
import dev.decant.postgresql.table.PostgresqlJointTypes;
import dev.decant.postgresql.table.PostgresqlLikeness;
import dev.decant.postgresql.table.PostgresqlOnline;
import dev.decant.postgresql.table.PostgresqlOperations;
import dev.decant.postgresql.table.PostgresqlReach;
import dev.decant.postgresql.table.PostgresqlRebuild;
import dev.decant.postgresql.table.PostgresqlSettled;
import dev.decant.postgresql.table.PostgresqlTableOptions;
import dev.decant.postgresql.table.PostgresqlTypedTables;
import dev.decant.postgresql.table.PostgresqlTypesLeft;
import dev.decant.postgresql.table.PostgresqlVirtualColumns;
import dev.decant.postgresql.type.PostgresqlForeignChildren;
import dev.decant.postgresql.type.PostgresqlTypeKinds;
import dev.decant.sql.Expressions;
import dev.decant.sql.Mention;
import dev.decant.sql.StatementTraits;
import dev.decant.sql.Syntax;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The pure half of PostgreSQL. What a server is too old for, it says itself. */
public final class PostgresqlDialect implements Dialect {
    private static final Set<Ability> ABILITIES =
            Set.of(Ability.ADD_CONSTRAINTS, Ability.UNDO_DDL, Ability.NAME_KEYS_LIKE_TABLES, Ability.MAKE_NAMESPACES);

    @Override
    public String id() {
        return "postgresql";
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public Syntax syntax() {
        return Syntax.POSTGRESQL;
    }

    @Override
    public StatementTraits traits() {
        return StatementTraits.POSTGRESQL;
    }

    @Override
    public Schema canonical(Schema schema) {
        return new PostgresqlCanonical(schema, PostgresqlObjects.SUPPORTS).schema();
    }

    @Override
    public Schema withheld(Schema before, Schema after) {
        return PostgresqlWithheld.told(before, after);
    }

    /** The same with what default privileges gave. */
    Schema exact(Schema schema) {
        return new PostgresqlCanonical(schema, PostgresqlObjects.SUPPORTS).exact();
    }

    @Override
    public Optional<ObjectName> sequenceOf(ObjectName table, Column column) {
        return PostgresqlNames.sequence(table, column);
    }

    @Override
    public Conversion conversion(Column column, DataType after) {
        return PostgresqlConversions.of(column, after);
    }

    /**
     * A column stays when it neither becomes a generated one nor changes as such; a computed one can become a plain one, of another type
     * where the server knows how, unless a routine computed it, of which the server still thinks then (ATExecDropExpression in
     * src/backend/commands/tablecmds.c). Whoever asks for the way back must get the same answer, and nobody is asked how values are computed that
     * a generated column computes.
     */
    @Override
    public boolean altersInPlace(Column before, Column after) {
        boolean computed = before.fill() instanceof Fill.Generated || after.fill() instanceof Fill.Generated;
        if (!computed) {
            return true;
        }
        boolean freed = before.fill() instanceof Fill.Generated && !(after.fill() instanceof Fill.Generated);
        boolean known = before.type().equals(after.type())
                || PostgresqlConversions.of(before, after.type()) instanceof Conversion.Known;
        boolean restsOnRoutine = before.fill() instanceof Fill.Generated(Expression value, boolean stored)
                && Expressions.identifiers(value.sql(), Syntax.POSTGRESQL).stream()
                        .anyMatch(mention -> mention.role() == Mention.Role.CALL
                                && !mention.qualifier().isEmpty());
        return freed && known && (before.type().equals(after.type()) || !restsOnRoutine)
                || before.type().equals(after.type()) && before.fill().equals(after.fill());
    }

    @Override
    public List<Change> furtherApart(
            List<Change> changes, Schema before, Set<ObjectName> tables, Set<ObjectKey> objects) {
        return PostgresqlTypesLeft.meanwhile(changes, before, tables, objects);
    }

    @Override
    public boolean succeeds(SchemaObject before, SchemaObject after) {
        return PostgresqlTypeKinds.succeeds(before, after);
    }

    @Override
    public boolean altersInPlace(SchemaObject before, SchemaObject after) {
        return PostgresqlTypeKinds.succeeds(before, after) || PostgresqlObjects.SUPPORTS.altersInPlace(before, after);
    }

    /**
     * A table divides its rows from the beginning or never, and is on one server for good: the manual's pages of ALTER TABLE and ALTER
     * FOREIGN TABLE know of no other way.
     */
    @Override
    public boolean altersInPlace(TableTraits before, TableTraits after) {
        return before.lineage().partitioning().equals(after.lineage().partitioning())
                && PostgresqlForeign.server(before.options()).equals(PostgresqlForeign.server(after.options()));
    }

    @Override
    public Map<ObjectName, TableTraits> comingAnew(List<Change> changes, Schema before) {
        Map<ObjectName, TableTraits> anew =
                new LinkedHashMap<>(PostgresqlTypedTables.comingAnew(changes, before, this));
        anew.putAll(PostgresqlForeignChildren.comingAnew(changes, before, this::disturbs));
        return anew;
    }

    @Override
    public List<String> leftOut(Schema schema) {
        return PostgresqlSecrets.leftOut(schema);
    }

    @Override
    public boolean carriesRows(TableTraits before, TableTraits after) {
        return !PostgresqlForeign.isForeign(before.options()) && !PostgresqlForeign.isForeign(after.options());
    }

    @Override
    public boolean altersInPlace(TableTraits table, Column before, Column after) {
        boolean retyped =
                !before.type().equals(after.type()) || !before.collation().equals(after.collation());
        return !(retyped && PostgresqlRebuild.dividesBy(table.lineage(), before.name()));
    }

    @Override
    public boolean renews(TableTraits table, Column before, Column after) {
        return PostgresqlVirtualColumns.becomesPlain(before, after)
                || PostgresqlForeign.isForeign(table.options()) && PostgresqlForeign.replaces(before, after);
    }

    @Override
    public boolean adjustsInPlace(TablePart before, TablePart after) {
        return switch (before) {
            case Index from -> after instanceof Index to && PostgresqlIndexes.altersInPlace(from, to);
            case Constraint from -> after instanceof Constraint to && PostgresqlConstraints.altersInPlace(from, to);
            case Column column -> after instanceof Column other && altersInPlace(column, other);
        };
    }

    @Override
    public boolean disturbs(SchemaObject before, SchemaObject after) {
        return PostgresqlTypeKinds.succeeds(before, after) || PostgresqlObjects.SUPPORTS.disturbs(before, after);
    }

    @Override
    public Optional<String> constraintOf(Column column) {
        return PostgresqlColumnOptions.nameOfNotNull(column);
    }

    @Override
    public Column withConstraintAside(Column column) {
        return PostgresqlColumnOptions.withNotNullAside(column);
    }

    @Override
    public Set<ObjectName> brought(ObjectName table, TablePart part, SchemaView state) {
        return PostgresqlBroughtNames.of(table, part, state);
    }

    @Override
    public Set<Reference> neededBy(TableTraits table) {
        return PostgresqlTableOptions.neededBy(table);
    }

    @Override
    public Schema settled(Schema before, Schema after) {
        return PostgresqlSettled.in(before, after);
    }

    @Override
    public boolean alike(Expression one, Expression other) {
        return PostgresqlLikeness.alike(one, other);
    }

    @Override
    public List<DataCheck> checks(Change change, SchemaView before) {
        return Stream.concat(new PostgresqlDataChecks(before).of(change).stream(), PostgresqlGiving.of(change).stream())
                .toList();
    }

    /** Each change by itself, but for tables that get other parents and those that become logged or unlogged together. */
    @Override
    public List<Operation> operations(List<Change> changes, Schema before) {
        return PostgresqlOperations.of(changes, before);
    }

    @Override
    public boolean joins(Change one, Change other) {
        return PostgresqlJointTypes.joins(one, other);
    }

    @Override
    public List<Statement> renderOnline(Operation operation, SchemaView before) {
        return PostgresqlOnline.render(new PostgresqlReach(before).in(operation), before)
                .map(PostgresqlArrayCasts::kept)
                .orElseGet(() -> PostgresqlOnline.attached(operation, before, render(operation, before)));
    }

    @Override
    public boolean replacesOnline(Table table, Index before, Index after) {
        return PostgresqlOnline.isPlain(table) && PostgresqlConcurrently.replaces(before, after);
    }

    @Override
    public List<Statement> render(Operation operation, SchemaView before) {
        return PostgresqlArrayCasts.kept(PostgresqlRendering.of(new PostgresqlReach(before).in(operation), before));
    }

    @Override
    public List<Statement> givingBack(Operation operation, SchemaView before, List<Statement> statements) {
        return PostgresqlCarvedRows.givingBack(operation, before).orElse(statements);
    }

    @Override
    public List<Statement> unchecked(List<Statement> statements) {
        return PostgresqlBodies.unchecked(statements);
    }
}
