package dev.decant.change;

import dev.decant.model.SchemaBuilder;
import dev.decant.model.Table;

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
    public void applyTo(SchemaBuilder schema) {
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
