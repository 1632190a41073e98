package dev.decant.cli;

/**
 * The colours of what is printed, or none.
 *
 * @param colours whether there are any
 */
record Ink(boolean colours) {
    /** Something went wrong, or is going to be lost. */
    String red(String text) {
        return paint("31", text);
    }

    /** Something comes to be, or went well. */
    String green(String text) {
        return paint("32", text);
    }

    /** Something changes, or wants attention. */
    String yellow(String text) {
        return paint("33", text);
    }

    /** What one may pass over. */
    String faint(String text) {
        return paint("2", text);
    }

    /** What one is to see first. */
    String bold(String text) {
        return paint("1", text);
    }

    private String paint(String code, String text) {
        return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
