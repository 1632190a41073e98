package dev.decant.source;

import dev.decant.database.Inspection;
import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.model.Schema;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A schema as it is in a database.
 *
 * @param target the database
 * @param scope what of it is looked at
 */
public record DatabaseSource(Target target, Scope scope) implements SchemaSource {
    @Override
    public Schema read() {
        return inspection().schema();
    }

    /** The schema, and what is there besides that no schema can say. */
    public Inspection inspection() {
        try (Connection connection = target.connect()) {
            return target.database().inspectAll(connection, scope);
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    @Override
    public String describe() {
        return target.display();
    }
}
