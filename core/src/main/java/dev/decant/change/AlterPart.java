package dev.decant.change;

import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.TablePart;
import dev.decant.sql.Syntax;

/**
 * A part of a table becomes another under the same name.
 *
 * @param table the table's name
 * @param before the part as it was
 * @param after the part as it is
 */
public record AlterPart(ObjectName table, TablePart before, TablePart after) implements Change {
    /** Refuses two parts that are not of one sort and name: one that becomes such another goes, and the other comes. */
    public AlterPart {
        if (!before.name().equals(after.name()) || before.getClass() != after.getClass()) {
            throw new IllegalArgumentException("%s does not become %s in place"
                    .formatted(Describing.part(table, before), Describing.part(table, after)));
        }
    }

    @Override
    public Change reverse() {
        return new AlterPart(table, after, before);
    }

    @Override
    public void applyTo(SchemaBuilder schema, Syntax syntax) {
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
