package dev.decant.change;

import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.TableTraits;
import dev.decant.sql.Syntax;

/**
 * A table gets other options or another comment.
 *
 * @param table its name
 * @param before what it had
 * @param after what it has
 */
public record AlterTable(ObjectName table, TableTraits before, TableTraits after) implements Change {
    @Override
    public Change reverse() {
        return new AlterTable(table, after, before);
    }

    @Override
    public void applyTo(SchemaBuilder schema, Syntax syntax) {
        schema.replace(schema.table(table).withTraits(after));
    }

    @Override
    public Verb verb() {
        return Verb.ALTER;
    }

    @Override
    public String subject() {
        return "table " + table;
    }
}
