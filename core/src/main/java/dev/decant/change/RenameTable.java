package dev.decant.change;

import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.sql.Syntax;

/**
 * A table gets another name or moves to another namespace.
 *
 * @param before its name before
 * @param after its name after
 */
public record RenameTable(ObjectName before, ObjectName after) implements Change {
    @Override
    public Change reverse() {
        return new RenameTable(after, before);
    }

    @Override
    public void applyTo(SchemaBuilder schema, Syntax syntax) {
        new Renaming(schema, syntax).table(before, after);
    }

    @Override
    public Verb verb() {
        return Verb.RENAME;
    }

    @Override
    public String subject() {
        return "table " + before + " to " + after;
    }
}
