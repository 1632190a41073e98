package dev.decant.change;

import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.TablePart;

/**
 * A part of a table becomes another under the same name.
 *
 * @param table the table's name
 * @param before the part as it was
 * @param after the part as it is
 */
public record AlterPart(ObjectName table, TablePart before, TablePart after) implements Change {
    @Override
    public Change reverse() {
        return new AlterPart(table, after, before);
    }

    @Override
    public void applyTo(SchemaBuilder schema) {
        schema.replace(schema.table(table).replacing(before.name(), after));
    }

    @Override
    public Verb verb() {
        return Verb.ALTER;
    }

    @Override
    public String subject() {
        return Describing.part(table, before) + Describing.difference(before, after);
    }
}
