package dev.decant.run;

import dev.decant.sql.ScriptStatement;
import java.util.stream.Collectors;

/** What a statement is called when people are told of it. */
final class Wording {
    private static final int WIDTH = 70;

    private Wording() {}

    /** The comment above it, else the beginning of it. */
    static String of(ScriptStatement statement) {
        String comment = statement
                .comment()
                .lines()
                .map(line -> line.strip().replaceAll("^(--|#|/\\*+|\\*+(?!/))|\\*+/$", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
        String words = comment.isEmpty() ? statement.text().replaceAll("\\s+", " ") : comment;
        return comment.isEmpty() && words.length() > WIDTH ? words.substring(0, WIDTH - 3) + "..." : words;
    }
}
