package dev.decant.change;

import dev.decant.model.SchemaBuilder;
import dev.decant.model.Table;
import dev.decant.sql.Syntax;

/**
 * A table goes, with all its parts and rows.
 *
 * @param table the table as it was
 */
public record DropTable(Table table) implements Change {
    @Override
    public Change reverse() {
        return new CreateTable(table);
    }

    @Override
    public void applyTo(SchemaBuilder schema, Syntax syntax) {
        schema.removeTable(table.name());
    }

    @Override
    public Verb verb() {
        return Verb.DROP;
    }

    @Override
    public String subject() {
        return "table " + table.name();
    }
}
