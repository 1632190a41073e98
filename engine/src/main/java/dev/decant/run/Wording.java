package dev.decant.run;

import dev.decant.sql.ScriptStatement;
import java.util.stream.Collectors;

/** What a statement is called when people are told of it: never in words of its own, which may hold what is not for everybody. */
final class Wording {
    private Wording() {}

    /** The comment above it, else its line. */
    static String of(ScriptStatement statement) {
        String comment = statement
                .comment()
                .lines()
                .map(line -> line.strip()
                        .replaceAll("^(--|#|/\\*+|\\*+(?!/))|\\*+/$", "")
                        .strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
        return comment.isEmpty() ? "the query of line " + statement.line() : comment;
    }
}
