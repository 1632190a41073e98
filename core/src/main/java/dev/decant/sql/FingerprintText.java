package dev.decant.sql;

import java.util.function.Consumer;

/** The pieces of a text that checksums are made of: no white space at its beginning and end, in whatever pieces it comes. */
final class FingerprintText {
    private final Consumer<String> pieces;
    private final StringBuilder held = new StringBuilder();
    private boolean begun;

    FingerprintText(Consumer<String> pieces) {
        this.pieces = pieces;
    }

    /** Adds a piece, and what separates it from the next. What may turn out to be the end is held back. */
    void add(String piece, String behind) {
        if (piece.isBlank()) {
            held.append(begun ? piece + behind : "");
            return;
        }
        pieces.accept(held.toString());
        held.setLength(0);
        held.append(begun ? piece : piece.stripLeading()).append(behind);
        begun = true;
    }

    void end() {
        pieces.accept(held.toString().stripTrailing());
    }
}
