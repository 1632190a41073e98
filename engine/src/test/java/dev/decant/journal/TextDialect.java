package dev.decant.journal;

import dev.decant.change.Change;
import dev.decant.dialect.Conversion;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Features;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Schema;
import dev.decant.sql.StatementTraits;
import dev.decant.sql.Syntax;
import java.util.List;

/** A dialect that knows how its SQL is written, and nothing else. */
final class TextDialect implements Dialect {
    @Override
    public String id() {
        return "postgresql";
    }

    @Override
    public Features features() {
        return new Features(true, true, true, true, true, 63);
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
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean altersInPlace(Column before, Column after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Operation> operations(List<Change> changes, Schema before) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Statement> render(Operation operation, Schema before) {
        throw new UnsupportedOperationException();
    }
}
