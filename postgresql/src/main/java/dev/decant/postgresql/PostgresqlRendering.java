package dev.decant.postgresql;

import dev.decant.change.AddPart;
import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.DropObject;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.change.RenameMember;
import dev.decant.change.RenameObject;
import dev.decant.change.RenamePart;
import dev.decant.change.RenameTable;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.postgresql.table.PostgresqlBroughtNames;
import dev.decant.postgresql.table.PostgresqlCarvedRows;
import dev.decant.postgresql.table.PostgresqlDescents;
import dev.decant.postgresql.table.PostgresqlHandovers;
import dev.decant.postgresql.table.PostgresqlHeirs;
import dev.decant.postgresql.table.PostgresqlJointTypes;
import dev.decant.postgresql.table.PostgresqlNotNullRenames;
import dev.decant.postgresql.table.PostgresqlOperations;
import dev.decant.postgresql.table.PostgresqlParts;
import dev.decant.postgresql.table.PostgresqlPersistence;
import dev.decant.postgresql.table.PostgresqlRebuild;
import dev.decant.postgresql.table.PostgresqlRenewals;
import dev.decant.postgresql.table.PostgresqlRetyping;
import dev.decant.postgresql.table.PostgresqlStrictness;
import dev.decant.postgresql.table.PostgresqlTables;
import dev.decant.postgresql.table.PostgresqlTypedTables;
import dev.decant.postgresql.type.PostgresqlTypeKinds;
import dev.decant.sql.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what is carried out in one go as statements: in one of the ways of its own that some changes together have, or each change by itself. */
final class PostgresqlRendering {
    private PostgresqlRendering() {}

    /** The statements of an operation. */
    static List<Statement> of(Operation operation, SchemaView before) {
        if (PostgresqlTypedTables.isOne(operation)) {
            return inTurn(PostgresqlTypedTables.apart(operation, before), before);
        }
        if (PostgresqlPersistence.isAllOf(operation)) {
            return PostgresqlPersistence.render(operation.changes(), before);
        }
        if (operation.changes().size() == 1
                && PostgresqlOperations.descent(operation.changes().getFirst()).isEmpty()) {
            return render(operation.changes().getFirst(), before);
        }
        if (PostgresqlJointTypes.isOne(operation)) {
            return PostgresqlJointTypes.render(operation, before);
        }
        if (PostgresqlHandovers.isOne(operation)) {
            return PostgresqlHandovers.render(operation.changes(), before);
        }
        if (PostgresqlHeirs.isOne(operation)) {
            return PostgresqlHeirs.render(operation.changes(), before);
        }
        if (PostgresqlRetyping.isOne(operation)) {
            return PostgresqlRetyping.apart(operation, before).meanwhile(together(operation, before));
        }
        if (PostgresqlStrictness.isOne(operation)) {
            return together(operation, before);
        }
        if (PostgresqlNotNullRenames.isOne(operation)) {
            return PostgresqlNotNullRenames.render(operation.changes(), before);
        }
        Optional<ObjectName> renewed = PostgresqlRenewals.renewed(operation);
        if (renewed.isPresent()) {
            return PostgresqlRenewals.render(renewed.get(), operation.changes(), before);
        }
        Optional<ObjectName> rebuilt = PostgresqlOperations.rebuilt(operation.changes());
        if (rebuilt.isPresent()) {
            return new PostgresqlRebuild(rebuilt.get(), operation.changes(), before).statements();
        }
        return PostgresqlOperations.descents(operation).isEmpty()
                ? inTurn(operation, before)
                : PostgresqlDescents.render(operation, before);
    }

    /** Columns of a table and its children, which may come to refuse null in one go while they get another type. */
    private static List<Statement> together(Operation operation, SchemaView before) {
        return PostgresqlStrictness.isOne(operation)
                ? PostgresqlStrictness.render(operation.changes(), before)
                : inTurn(operation, before);
    }

    private static List<Statement> inTurn(Operation operation, SchemaView before) {
        SchemaBuilder state = before.toBuilder();
        List<Statement> statements = new ArrayList<>();
        for (Change change : operation.changes()) {
            statements.addAll(render(change, state.view()));
            change.applyTo(state, Syntax.POSTGRESQL);
        }
        return statements;
    }

    private static List<Statement> render(Change change, SchemaView before) {
        return switch (change) {
            case CreateTable create -> PostgresqlCarvedRows.create(create.table(), before);
            case DropTable drop -> PostgresqlTables.drop(drop.table(), before);
            case AlterTable alter -> PostgresqlTables.alter(alter, before);
            case RenameTable rename -> PostgresqlTables.rename(rename.before(), rename.after(), before);
            case AddPart add -> PostgresqlParts.add(add.table(), add.part(), before);
            case DropPart drop -> PostgresqlParts.drop(drop.table(), drop.part(), before);
            case AlterPart alter -> PostgresqlParts.alter(alter.table(), alter.before(), alter.after(), before);
            case ConvertColumn convert ->
                PostgresqlParts.alter(
                        convert.table(), convert.before(), convert.after(), Optional.of(convert.forward()), before);
            case RenamePart rename ->
                Stream.concat(
                                PostgresqlParts.rename(rename.table(), rename.kind(), rename.before(), rename.after())
                                        .stream(),
                                PostgresqlBroughtNames.under(rename.table(), rename, before).stream())
                        .toList();
            case CreateObject create -> PostgresqlObjects.SUPPORTS.create(create.object(), before);
            case DropObject drop -> PostgresqlObjects.SUPPORTS.drop(drop.object(), before);
            case AlterObject alter ->
                PostgresqlTypeKinds.succeeds(alter.before(), alter.after())
                        ? PostgresqlTypeKinds.alter(alter.before(), alter.after(), before)
                        : PostgresqlObjects.SUPPORTS.alter(alter.before(), alter.after(), before);
            case RenameObject rename -> PostgresqlObjects.SUPPORTS.rename(rename.before(), rename.after(), before);
            case RenameMember rename ->
                PostgresqlObjects.SUPPORTS.renameMember(rename.object(), rename.before(), rename.after(), before);
        };
    }
}
