package dev.decant.diff;

import dev.decant.model.Reference;
import java.util.Optional;
import java.util.Set;

/** Whoever answers what two schemas do not tell: flags, a remembered answer, a person at a terminal. */
public interface Questions {
    /** Nobody there. */
    Questions NOBODY = new Questions() {
        @Override
        public Optional<RenameAnswer> answer(RenameQuestion question) {
            return Optional.empty();
        }

        @Override
        public Optional<ConversionAnswer> answer(ConversionQuestion question) {
            return Optional.empty();
        }
    };

    /** The answer, or nothing when nobody can say. */
    Optional<RenameAnswer> answer(RenameQuestion question);

    /** The answer, or nothing when nobody can say. */
    Optional<ConversionAnswer> answer(ConversionQuestion question);

    /** The things of the schema after that were answered for before anybody asked. */
    default Set<Reference> answered() {
        return Set.of();
    }
}
