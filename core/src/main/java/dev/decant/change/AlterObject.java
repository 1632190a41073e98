package dev.decant.change;

import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.sql.Syntax;

/**
 * An object other than a table becomes another under the same name; while it is planned, also one of another kind.
 *
 * @param before the object as it was
 * @param after the object as it is
 */
public record AlterObject(SchemaObject before, SchemaObject after) implements Change {
    /** Refuses two objects that are not of one name. */
    public AlterObject {
        boolean sameKind = before.kind().equals(after.kind());
        if (!before.name().equals(after.name()) || sameKind && !before.key().equals(after.key())) {
            throw new IllegalArgumentException(before.key() + " does not become " + after.key() + " in place");
        }
    }

    @Override
    public Change reverse() {
        return new AlterObject(after, before);
    }

    @Override
    public void applyTo(SchemaBuilder schema, Syntax syntax) {
        if (before.key().equals(after.key())) {
            schema.replace(after);
        } else {
            schema.removeObject(before.key());
            schema.add(after);
        }
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
