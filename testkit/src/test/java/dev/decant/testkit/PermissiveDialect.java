package dev.decant.testkit;

import dev.decant.change.Change;
import dev.decant.dialect.Ability;
import dev.decant.dialect.Conversion;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Schema;
import dev.decant.model.SchemaView;
import dev.decant.sql.StatementTraits;
import dev.decant.sql.Syntax;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A dialect that can do everything, and writes each change as a sentence. */
final class PermissiveDialect implements Dialect {
    @Override
    public String id() {
        return "permissive";
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.complementOf(EnumSet.of(Ability.REFER_FORWARD));
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
        return schema;
    }

    @Override
    public Conversion conversion(Column column, DataType after) {
        return new Conversion.Known(new Expression(column.name() + " as " + after));
    }

    @Override
    public boolean altersInPlace(Column before, Column after) {
        return true;
    }

    @Override
    public List<Operation> operations(List<Change> changes, Schema before) {
        return changes.stream().map(Operation::of).toList();
    }

    @Override
    public List<Statement> render(Operation operation, SchemaView before) {
        return operation.changes().stream()
                .map(change -> Statement.of(change.describe()))
                .toList();
    }
}
