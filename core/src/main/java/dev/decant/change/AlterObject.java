package dev.decant.change;

import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;

/**
 * An object other than a table becomes another under the same name.
 *
 * @param before the object as it was
 * @param after the object as it is
 */
public record AlterObject(SchemaObject before, SchemaObject after) implements Change {
    @Override
    public Change reverse() {
        return new AlterObject(after, before);
    }

    @Override
    public void applyTo(SchemaBuilder schema) {
        schema.replace(after);
    }

    @Override
    public Verb verb() {
        return Verb.ALTER;
    }

    @Override
    public String subject() {
        return before.key().toString();
    }
}
