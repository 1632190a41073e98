package dev.decant.cli;

/** Numbers of things for people. */
final class Counts {
    private Counts() {}

    /** {@code 1 migration}, {@code 2 migrations}. */
    static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
