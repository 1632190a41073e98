package dev.decant.emit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes of a text, each at its place in the text as it was; what nothing changes stays to the letter. */
final class TextEdits {
    private static final Comparator<Edit> ORDER =
            Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end);

    private final String text;
    private final List<Edit> edits = new ArrayList<>();

    private record Edit(int start, int end, String replacement) {}

    TextEdits(String text) {
        this.text = text;
    }

    /** Puts something in the place of a piece. */
    void replace(int start, int end, String replacement) {
        edits.add(new Edit(start, end, replacement));
    }

    /** Puts something behind what was inserted at the same place before. */
    void insert(int at, String addition) {
        replace(at, at, addition);
    }

    /** Takes a piece away. */
    void remove(int start, int end) {
        replace(start, end, "");
    }

    /** Whether nothing changes. */
    boolean isEmpty() {
        return edits.isEmpty();
    }

    /** The text with all changes. */
    String apply() {
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (Edit edit : edits.stream().sorted(ORDER).toList()) {
            if (edit.start() >= from) {
                result.append(text, from, edit.start());
                from = edit.end();
            }
            result.append(edit.replacement());
        }
        return result.append(text, from, text.length()).toString();
    }
}
