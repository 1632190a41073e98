package dev.decant.testkit.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A script in the making: statements in an order in which they can run.
 *
 * @param pieces the statements
 */
public record Sketch(List<Piece> pieces) {
    static final Sketch EMPTY = new Sketch(List.of());

    /** Copies the list. */
    public Sketch {
        pieces = List.copyOf(pieces);
    }

    /** What is made before a statement. */
    Sketch before(Piece piece) {
        return new Sketch(pieces.stream()
                .takeWhile(each -> each.number() != piece.number())
                .toList());
    }

    List<Piece> all(Thing... things) {
        List<Thing> wanted = Arrays.asList(things);
        return pieces.stream()
                .filter(piece -> wanted.contains(piece.thing())
                        || wanted.contains(piece.thing().alike()))
                .toList();
    }

    /** The columns of a table that were added to it; it has one more, {@code id}. */
    List<Piece> columns(String table) {
        return all(Thing.COLUMN).stream()
                .filter(column -> column.owner().equals(table))
                .toList();
    }

    boolean has(String owner, String name) {
        return pieces.stream()
                .anyMatch(piece -> piece.owner().equals(owner) && piece.name().equals(name));
    }

    Sketch with(Piece piece) {
        List<Piece> more = new ArrayList<>(pieces);
        more.add(piece);
        return new Sketch(more);
    }

    Sketch replacing(Piece old, Piece piece) {
        return new Sketch(
                pieces.stream().map(each -> each.equals(old) ? piece : each).toList());
    }

    /** Without a statement and without those that belong to what it makes. */
    Sketch without(Piece gone) {
        return new Sketch(pieces.stream()
                .filter(piece -> !piece.equals(gone)
                        && !(gone.thing().qualified() && piece.owner().equals(gone.name())))
                .toList());
    }

    Sketch renamed(String from, String to) {
        return new Sketch(pieces.stream().map(piece -> piece.renamed(from, to)).toList());
    }

    /** The same once another script was changed so: things are called what they are called there then. */
    Sketch following(Sketch before, Sketch after) {
        Sketch followed = this;
        for (Piece piece : before.pieces()) {
            for (Piece other : after.pieces()) {
                boolean renamed = other.number() == piece.number()
                        && piece.thing().qualified()
                        && !other.name().equals(piece.name());
                followed = renamed ? followed.renamed(piece.name(), other.name()) : followed;
            }
        }
        return followed;
    }

    /** The text that makes it. */
    public String script() {
        return String.join("", pieces.stream().map(piece -> piece.sql() + ";\n").toList());
    }
}
