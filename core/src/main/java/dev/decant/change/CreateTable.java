package dev.decant.change;

import dev.decant.model.SchemaBuilder;
import dev.decant.model.Table;
import dev.decant.sql.Syntax;

/**
 * A table comes to be, with all its parts.
 *
 * @param table the table
 */
public record CreateTable(Table table) implements Change {
    @Override
    public Change reverse() {
        return new DropTable(table);
    }

    @Override
    public void applyTo(SchemaBuilder schema, Syntax syntax) {
        schema.add(table);
    }

    @Override
    public Verb verb() {
        return Verb.CREATE;
    }

    @Override
    public String subject() {
        return "table " + table.name();
    }
}
