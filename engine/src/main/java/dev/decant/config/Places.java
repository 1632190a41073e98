package dev.decant.config;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.List;
import java.util.function.Supplier;

/** Says where something went wrong that was noticed where the place is not known. */
final class Places {
    private Places() {}

    /**
     * What the reader gives.
     *
     * @throws DecantException what the reader throws, with this place in every failure that has none
     */
    static <T> T at(String place, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (DecantException exception) {
            throw new DecantException(located(place, exception));
        }
    }

    /** The failures of an exception, with this place in every one that has none. */
    static List<Failure> located(String place, DecantException exception) {
        return exception.failures().stream()
                .map(failure -> failure.where().isPresent() ? failure : failure.at(place))
                .toList();
    }
}
