package dev.decant.change;

import dev.decant.model.SchemaBuilder;
import dev.decant.sql.Syntax;

/**
 * One thing that happens to a schema: Create, Drop, Alter or Rename, over tables, the parts of tables, and all other objects.
 *
 * <p>A change knows what was before and what is after, so it can be undone and described without looking anywhere else.
 */
public sealed interface Change
        permits CreateTable,
                DropTable,
                AlterTable,
                RenameTable,
                AddPart,
                DropPart,
                AlterPart,
                ConvertColumn,
                RenamePart,
                CreateObject,
                DropObject,
                AlterObject,
                RenameObject,
                RenameMember {
    /** What brings back the state before. */
    Change reverse();

    /**
     * Makes the change in a schema.
     *
     * @param syntax how the schema's SQL is written, for renames are followed into expressions
     * @throws IllegalStateException when the schema is not in the state before the change
     */
    void applyTo(SchemaBuilder schema, Syntax syntax);

    /** What kind of thing happens. */
    Verb verb();

    /** The change in a few words, without the verb: {@code column public.contents.url text[]}. */
    String subject();

    /** The change in a few words: {@code add column public.contents.url text[]}. */
    default String describe() {
        return verb().word() + " " + subject();
    }
}
