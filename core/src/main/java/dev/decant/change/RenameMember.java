package dev.decant.change;

import dev.decant.model.ObjectKey;
import dev.decant.model.SchemaBuilder;
import dev.decant.sql.Syntax;

/**
 * A named member of an object, such as a label of an enum, gets another name.
 *
 * @param object the object
 * @param before the member's name before
 * @param after its name after
 */
public record RenameMember(ObjectKey object, String before, String after) implements Change {
    @Override
    public Change reverse() {
        return new RenameMember(object, after, before);
    }

    @Override
    public void applyTo(SchemaBuilder schema, Syntax syntax) {
        new Renaming(schema, syntax).member(object, before, after);
    }

    @Override
    public Verb verb() {
        return Verb.RENAME;
    }

    @Override
    public String subject() {
        return "label " + before + " of " + object + " to " + after;
    }
}
