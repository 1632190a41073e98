package dev.decant.failure;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that went wrong, as a value: a stable code, where it happened, what happened, and what to do next.
 *
 * <p>Its text is one sentence, {@code DCT-203 up.sql: changed after it ran; restore the file}. All codes are listed in
 * {@code docs/guide/errors.md}.
 *
 * @param code {@code DCT-} and three digits
 * @param where a file, {@code file:line:column}, an object or a server; never with a password in it
 * @param what what happened, starting in lower case, without a full stop
 * @param next what the reader can do about it, starting in lower case, without a full stop
 */
public record Failure(String code, Optional<String> where, String what, Optional<String> next) {
    private static final Pattern CODE = Pattern.compile("DCT-[0-9]{3}");

    public Failure {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a code like DCT-203: " + code);
        }
        if (what.isBlank()) {
            throw new IllegalArgumentException(code + " does not say what happened");
        }
        where = where.filter(text -> !text.isBlank());
        next = next.filter(text -> !text.isBlank());
    }

    /** A failure that so far only says what happened. */
    public static Failure of(String code, String what) {
        return new Failure(code, Optional.empty(), what, Optional.empty());
    }

    /** The same failure, at this place. */
    public Failure at(String place) {
        return new Failure(code, Optional.of(place), what, next);
    }

    /** The same failure, with this advice. */
    public Failure next(String advice) {
        return new Failure(code, where, what, Optional.of(advice));
    }

    /** The failure as an exception. */
    public DecantException exception() {
        return new DecantException(this);
    }

    /** The failure as an exception that something else caused. */
    public DecantException exception(Throwable cause) {
        return new DecantException(this, cause);
    }

    /** The sentence that people read: {@code DCT-203 where: what; next}. */
    public String message() {
        return code + " " + where.map(place -> place + ": ").orElse("") + what
                + next.map(advice -> "; " + advice).orElse("");
    }

    @Override
    public String toString() {
        return message();
    }
}
