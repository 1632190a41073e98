package dev.decant.change;

import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.sql.Syntax;

/**
 * An object other than a table goes.
 *
 * @param object the object as it was
 */
public record DropObject(SchemaObject object) implements Change {
    @Override
    public Change reverse() {
        return new CreateObject(object);
    }

    @Override
    public void applyTo(SchemaBuilder schema, Syntax syntax) {
        schema.removeObject(object.key());
    }

    @Override
    public Verb verb() {
        return Verb.DROP;
    }

    @Override
    public String subject() {
        return object.key().toString();
    }
}
