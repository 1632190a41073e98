package dev.decant.postgresql;

import dev.decant.testkit.script.Piece;
import dev.decant.testkit.script.Sketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Two scripts that have much in common.
 *
 * @param before makes a database what it is
 * @param after makes a database what it shall become
 */
record ScriptPair(Sketch before, Sketch after) {
    /** The smallest pair of scripts that still fails like this one, found by leaving out statements as long as that takes. */
    ScriptPair shrunk(Function<ScriptPair, Optional<String>> failure) {
        Optional<String> wanted = failure.apply(this);
        ScriptPair small = this;
        for (int chunk = Math.max(1, numbers().size() / 4); chunk > 0; chunk /= 2) {
            for (int start = 0; start < small.numbers().size(); ) {
                ScriptPair smaller = small.without(start, chunk);
                if (failure.apply(smaller).equals(wanted)) {
                    small = smaller;
                } else {
                    start += chunk;
                }
            }
        }
        return small;
    }

    private List<Integer> numbers() {
        return Stream.of(before, after)
                .flatMap(sketch -> sketch.pieces().stream().map(Piece::number))
                .distinct()
                .toList();
    }

    private ScriptPair without(int start, int count) {
        List<Integer> all = numbers();
        List<Integer> left = new ArrayList<>(all.subList(start, Math.min(all.size(), start + count)));
        return new ScriptPair(without(before, left), without(after, left));
    }

    private static Sketch without(Sketch sketch, List<Integer> numbers) {
        return new Sketch(sketch.pieces().stream()
                .filter(piece -> !numbers.contains(piece.number()))
                .toList());
    }

    /** What the two have in common, and what only one of them has, for the message of a failure. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("-- before\n").append(before.script()).append("-- after\n");
        for (Piece piece : after.pieces()) {
            boolean same = before.pieces().stream().anyMatch(each -> Objects.equals(each, piece));
            text.append(same ? "   " : "!! ").append(piece.sql()).append(";\n");
        }
        return text.toString();
    }
}
