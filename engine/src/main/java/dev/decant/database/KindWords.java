package dev.decant.database;

import dev.decant.codec.SchemaCodec;
import dev.decant.config.Globs;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import dev.decant.model.ObjectKind;
import java.util.List;
import java.util.stream.Stream;

/** The words for the kinds of things that may be looked at or not. */
final class KindWords {
    private static final List<String> ALL = Stream.concat(
                    SchemaCodec.kinds().stream().map(ObjectKind::id), Stream.of(Scope.TABLE, UnknownObject.BASE_TYPE))
            .sorted()
            .toList();

    private KindWords() {}

    /**
     * Refuses what means no kind at all.
     *
     * @throws DecantException DCT-125 when there is such a word
     */
    static Globs known(Globs kinds) {
        List<Failure> failures = Stream.concat(unknown("include", kinds.include()), unknown("exclude", kinds.exclude()))
                .toList();
        if (!failures.isEmpty()) {
            throw new DecantException(failures);
        }
        return kinds;
    }

    private static Stream<Failure> unknown(String filter, List<String> globs) {
        return globs.stream()
                .filter(glob -> ALL.stream().noneMatch(word -> Globs.match(glob, word)))
                .map(glob -> Failure.of("DCT-125", "there is no kind of objects called " + glob)
                        .at(filter + " kind:" + glob)
                        .next(advice(glob)));
    }

    private static String advice(String glob) {
        return Suggestions.nearest(glob, ALL)
                .map(word -> "did you mean \"" + word + "\"?")
                .orElseGet(() -> "the kinds are: " + String.join(", ", ALL));
    }
}
