package dev.decant.change;

import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.SchemaBuilder;
import dev.decant.sql.Syntax;

/**
 * A part of a table gets another name.
 *
 * @param table the table's name
 * @param kind what kind of part it is
 * @param before its name before
 * @param after its name after
 */
public record RenamePart(ObjectName table, PartKind kind, String before, String after) implements Change {
    @Override
    public Change reverse() {
        return new RenamePart(table, kind, after, before);
    }

    @Override
    public void applyTo(SchemaBuilder schema, Syntax syntax) {
        new Renaming(schema, syntax).part(table, kind, before, after);
    }

    @Override
    public Verb verb() {
        return Verb.RENAME;
    }

    @Override
    public String subject() {
        return kind.word() + " " + Describing.member(table, before) + " to " + after;
    }
}
