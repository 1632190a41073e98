package dev.decant.sql;

import java.util.Iterator;

/** What is read of a text that comes in pieces, as far as somebody still needs it, with the place in it that is reached. */
final class Passage {
    private final Iterator<String> pieces;
    /** What is read and still needed of the text. */
    private String text = "";
    /** Where that begins in the whole text. */
    private int base;
    /** What somebody still wants to have of the text, from here on. */
    private int wanted = Integer.MAX_VALUE;

    private int at;
    private int line = 1;
    private int column = 1;

    /** Begins a text, cut anywhere. */
    Passage(Iterator<String> pieces) {
        this.pieces = pieces;
    }

    /** What is there of the text. */
    String text() {
        return text;
    }

    /** The place in it that is reached. */
    int at() {
        return at;
    }

    /** The place in the whole text that is reached. */
    int offset() {
        return base + at;
    }

    /** The line of the place that is reached, from 1. */
    int line() {
        return line;
    }

    /** The column of the place that is reached, in characters from 1. */
    int column() {
        return column;
    }

    /** Whether there is more to read than what is there. */
    boolean goesOn() {
        return pieces.hasNext();
    }

    /** Whether there is more to read, and what is there ends before a place. */
    boolean lacks(int place) {
        return place > text.length() && pieces.hasNext();
    }

    /** Reads half as much more as there is already, so that a long statement is put together in few steps. */
    void read() {
        int from = Math.min(at, wanted - base);
        String rest = text.substring(from);
        text = "";
        text = rest + more(rest.length() / 2);
        base += from;
        at -= from;
    }

    private String more(int enough) {
        String first = pieces.next();
        if (first.length() >= enough) {
            return first;
        }
        StringBuilder more = new StringBuilder(enough + first.length()).append(first);
        while (more.length() < enough && pieces.hasNext()) {
            more.append(pieces.next());
        }
        return more.toString();
    }

    /** Goes on to a place in what is there. */
    void advance(int end) {
        int afterBreak = at;
        for (int index = at; index < end; index++) {
            char character = text.charAt(index);
            if (character == '\n' || character == '\r' && !text.startsWith("\r\n", index)) {
                line++;
                column = 1;
                afterBreak = index + 1;
            }
        }
        column += text.codePointCount(afterBreak, end);
        at = end;
    }

    /** From now on everything from a place of the whole text on is kept, for {@link #between}. */
    void keepFrom(int start) {
        wanted = start;
    }

    /** What is kept: the text from a place to another. */
    String between(int from, int to) {
        return text.substring(from - base, to - base);
    }

    /** Keeps nothing any more. */
    void keepNothing() {
        wanted = Integer.MAX_VALUE;
        if (at > text.length() / 2) {
            text = text.substring(at);
            base += at;
            at = 0;
        }
    }
}
