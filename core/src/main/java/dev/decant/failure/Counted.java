package dev.decant.failure;

/**
 * What is told behind a number, to people who read {@code 1 row} and {@code 2 rows}.
 *
 * @param one what is told of one: {@code row of users has no email}
 * @param many what is told of none and of several: {@code rows of users have no email}
 */
public record Counted(String one, String many) {
    /** Things whose plural has an s: {@code 1 migration}, {@code 2 migrations}. */
    public static String of(long count, String thing) {
        return new Counted(thing, thing + "s").behind(count);
    }

    /** The number with what is told of so many. */
    public String behind(long count) {
        return count + " " + of(count);
    }

    /** What is told of so many. */
    public String of(long count) {
        return count == 1 ? one : many;
    }
}
