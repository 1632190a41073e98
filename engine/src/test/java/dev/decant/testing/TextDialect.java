package dev.decant.testing;

import dev.decant.change.Change;
import dev.decant.dialect.Ability;
import dev.decant.dialect.Conversion;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Schema;
import dev.decant.model.SchemaView;
import dev.decant.sql.StatementTraits;
import dev.decant.sql.Syntax;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A dialect that knows how its SQL is written, and nothing else.
 *
 * @param id its name
 * @param traits its SQL
 */
public record TextDialect(String id, StatementTraits traits) implements Dialect {
    /** PostgreSQL, as text. */
    public static final TextDialect POSTGRESQL = new TextDialect("postgresql", StatementTraits.POSTGRESQL);

    /** SQLite, as text. */
    public static final TextDialect SQLITE = new TextDialect("sqlite", StatementTraits.SQLITE);

    @Override
    public Set<Ability> abilities() {
        return EnumSet.allOf(Ability.class);
    }

    @Override
    public Syntax syntax() {
        return traits.syntax();
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
    public List<Statement> render(Operation operation, SchemaView before) {
        throw new UnsupportedOperationException();
    }
}
