package dev.decant.change;

import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.sql.Syntax;

/**
 * An object other than a table gets another name.
 *
 * @param before its kind and name before
 * @param after its name after
 */
public record RenameObject(ObjectKey before, ObjectName after) implements Change {
    @Override
    public Change reverse() {
        return new RenameObject(before.withName(after), before.name());
    }

    @Override
    public void applyTo(SchemaBuilder schema, Syntax syntax) {
        new Renaming(schema, syntax).object(before, after);
    }

    @Override
    public Verb verb() {
        return Verb.RENAME;
    }

    @Override
    public String subject() {
        return before + " to " + after;
    }
}
