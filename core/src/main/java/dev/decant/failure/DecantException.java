package dev.decant.failure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Thrown whenever Decant cannot do what its user asked; the message is written for that user.
 *
 * <p>It carries one or more {@link Failure}s. Where a caller can act on a situation there is a subclass with typed
 * fields; everything else throws this class itself, most easily by {@link Failure#exception()}.
 */
public class DecantException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    // An exception of Decant is shown, not sent anywhere.
    @SuppressWarnings("serial")
    private final List<Failure> failures;

    public DecantException(Failure failure) {
        this(List.of(failure), null);
    }

    public DecantException(Failure failure, Throwable cause) {
        this(List.of(failure), cause);
    }

    /** Several failures found in one go, in the order in which they are to be read. */
    public DecantException(List<Failure> failures) {
        this(failures, null);
    }

    /** Several failures that something else caused. */
    public DecantException(List<Failure> failures, @Nullable Throwable cause) {
        super(failures.stream().map(Failure::message).collect(Collectors.joining("\n")), cause);
        if (failures.isEmpty()) {
            throw new IllegalArgumentException("an exception needs at least one failure");
        }
        this.failures = List.copyOf(failures);
    }

    /** Everything that went wrong, at least one. */
    public final List<Failure> failures() {
        return failures;
    }

    /** The stable code of the first failure, such as {@code DCT-203}. */
    public final String code() {
        return failures.getFirst().code();
    }

    /** What the first failure says happened. */
    public final String what() {
        return failures.getFirst().what();
    }

    /** Where the first failure happened. */
    public final Optional<String> where() {
        return failures.getFirst().where();
    }

    /** What to do about the first failure. */
    public final Optional<String> next() {
        return failures.getFirst().next();
    }
}
