package dev.decant.change;

import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.sql.Syntax;

/**
 * A table loses a part.
 *
 * @param table the table's name
 * @param part the part as it was
 */
public record DropPart(ObjectName table, TablePart part) implements Change {
    @Override
    public Change reverse() {
        return new AddPart(table, part);
    }

    @Override
    public void applyTo(SchemaBuilder schema, Syntax syntax) {
        Table holder = schema.table(table);
        if (holder.part(part.partKind(), part.name()).isEmpty()) {
            throw new IllegalStateException("there is no " + subject());
        }
        schema.replace(holder.without(part.partKind(), part.name()));
    }

    @Override
    public Verb verb() {
        return Verb.DROP;
    }

    @Override
    public String subject() {
        return Describing.part(table, part);
    }
}
