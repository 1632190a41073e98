package dev.decant.source;

import dev.decant.journal.Journal;
import dev.decant.model.Schema;
import java.util.Optional;

/**
 * The schema that migrations lead to.
 *
 * @param journal the migrations
 * @param last the last of those that count; all of them when empty
 */
public record JournalSource(Journal journal, Optional<String> last) implements SchemaSource {
    /** The schema that all migrations lead to. */
    public JournalSource(Journal journal) {
        this(journal, Optional.empty());
    }

    @Override
    public Schema read() {
        return last.map(journal::stateAt).orElseGet(journal::state);
    }

    @Override
    public String describe() {
        return "the migrations in " + journal.folder()
                + last.map(id -> " up to " + id).orElse("");
    }
}
