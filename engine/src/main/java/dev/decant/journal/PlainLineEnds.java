package dev.decant.journal;

import java.util.Iterator;

/** A text in pieces with one character for each line end, where some editors write two. */
final class PlainLineEnds implements Iterator<String> {
    private final Iterator<String> pieces;
    private boolean returned;

    PlainLineEnds(Iterator<String> pieces) {
        this.pieces = pieces;
    }

    @Override
    public boolean hasNext() {
        return returned || pieces.hasNext();
    }

    /** The first half of a pair that two pieces may share waits for the second. */
    @Override
    public String next() {
        String piece = (returned ? "\r" : "") + (pieces.hasNext() ? pieces.next() : "");
        returned = piece.endsWith("\r") && pieces.hasNext();
        return (returned ? piece.substring(0, piece.length() - 1) : piece).replace("\r\n", "\n");
    }
}
