package dev.decant.diff;

import dev.decant.model.Reference;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether something new is something old under another name.
 *
 * @param created what is new
 * @param candidates the names of what is gone and may have become it, at least one; names of tables and objects in the notation of
 *     {@link dev.decant.model.ObjectName}
 */
public record RenameQuestion(Reference created, List<String> candidates) implements Question {
    /** Copies the list. */
    public RenameQuestion {
        candidates = List.copyOf(candidates);
    }

    @Override
    public String sentence() {
        return "%s is new and %s is gone: was it renamed?"
                .formatted(ReferenceNotation.words(created), String.join(" or ", candidates));
    }

    @Override
    public List<String> flags() {
        Stream<String> renames =
                candidates.stream().map(former -> "--rename '" + ReferenceNotation.rename(created, former) + "'");
        return Stream.concat(renames, Stream.of("--create '" + ReferenceNotation.format(created) + "'"))
                .toList();
    }
}
