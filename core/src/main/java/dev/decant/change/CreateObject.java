package dev.decant.change;

import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.sql.Syntax;

/**
 * An object other than a table comes to be.
 *
 * @param object the object
 */
public record CreateObject(SchemaObject object) implements Change {
    @Override
    public Change reverse() {
        return new DropObject(object);
    }

    @Override
    public void applyTo(SchemaBuilder schema, Syntax syntax) {
        schema.add(object);
    }

    @Override
    public Verb verb() {
        return Verb.CREATE;
    }

    @Override
    public String subject() {
        return object.key().toString();
    }
}
