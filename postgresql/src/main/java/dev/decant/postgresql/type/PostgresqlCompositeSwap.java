package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.compositetype.CompositeType;
import java.util.List;

/**
 * A composite type that takes the place of one with other attributes, and takes along the types that rest on it.
 *
 * @param after the type that takes its place
 * @param create what makes that
 * @param values how values become those of the new types
 */
record PostgresqlCompositeSwap(CompositeType after, List<Statement> create, PostgresqlCompositeValues values)
        implements PostgresqlTypeSwap.Successor {
    PostgresqlCompositeSwap {
        create = List.copyOf(create);
    }

    /** The one for the columns of a schema. */
    static PostgresqlCompositeSwap of(
            CompositeType type, CompositeType after, List<Statement> create, SchemaView before) {
        return new PostgresqlCompositeSwap(after, create, PostgresqlCompositeValues.of(type, after, before));
    }

    @Override
    public String word() {
        return "TYPE";
    }

    @Override
    public List<Statement> prepare() {
        return values.prepare();
    }

    @Override
    public List<Statement> finish() {
        return values.finish();
    }

    @Override
    public String using(Column column) {
        return values.of(name(column.name()), column.type());
    }

    @Override
    public String usingResting(Column column) {
        return using(column);
    }

    @Override
    public Statement converting(Statement statement, ObjectName table) {
        return statement.with(
                Hazard.Kind.DATA_DEPENDENT,
                "fails when a value of " + table + " is none of the new type " + after.name());
    }
}
