package dev.decant.source;

import dev.decant.journal.Journal;
import dev.decant.model.Schema;

/**
 * The schema that migrations lead to.
 *
 * @param journal the migrations
 */
public record JournalSource(Journal journal) implements SchemaSource {
    @Override
    public Schema read() {
        return journal.state();
    }

    @Override
    public String describe() {
        return "the migrations in " + journal.folder();
    }
}
