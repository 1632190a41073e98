package dev.decant.change;

import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.TablePart;
import dev.decant.sql.Syntax;

/**
 * A table gets one part more.
 *
 * @param table the table's name
 * @param part the new part
 */
public record AddPart(ObjectName table, TablePart part) implements Change {
    @Override
    public Change reverse() {
        return new DropPart(table, part);
    }

    @Override
    public void applyTo(SchemaBuilder schema, Syntax syntax) {
        schema.replace(schema.table(table).with(part));
    }

    @Override
    public Verb verb() {
        return Verb.CREATE;
    }

    @Override
    public String subject() {
        return Describing.part(table, part);
    }
}
