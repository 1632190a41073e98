package dev.decant.change;

import dev.decant.model.Column;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.sql.Syntax;

/**
 * A column gets another type, and its values are computed anew because the database has no cast of its own for them.
 *
 * @param table the table's name
 * @param before the column as it was
 * @param after the column as it is
 * @param forward how a value before becomes one after, an expression over the row before
 * @param backward how a value after becomes one before again
 */
public record ConvertColumn(ObjectName table, Column before, Column after, Expression forward, Expression backward)
        implements Change {
    /** Refuses two columns that are not of one name. */
    public ConvertColumn {
        if (!before.name().equals(after.name())) {
            throw new IllegalArgumentException("%s does not become %s in place"
                    .formatted(Describing.part(table, before), Describing.part(table, after)));
        }
    }

    @Override
    public Change reverse() {
        return new ConvertColumn(table, after, before, backward, forward);
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
