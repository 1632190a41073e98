package dev.decant.sql;

import java.util.List;

/**
 * One statement of a script.
 *
 * @param text what the server is given: from the first to the last token that means something, without the semicolon
 * @param comment the comments that stand before it, and on the line where it ends; for people; may be empty
 * @param start the offset in the script where the text begins, in UTF-16 characters from 0
 * @param line the line where the text begins, from 1
 * @param column the place in that line, in code points from 1
 * @param directives those that stand right before it
 */
public record ScriptStatement(String text, String comment, int start, int line, int column, List<Directive> directives)
        implements Directed {
    /** Copies the list and checks the text. */
    public ScriptStatement {
        directives = List.copyOf(directives);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a statement is not empty");
        }
    }

    ScriptStatement withMoreComment(String more) {
        String both = comment.isEmpty() ? more : comment + "\n" + more;
        return new ScriptStatement(text, both, start, line, column, directives);
    }

    /** The line of the script for a place in the text, as servers report it: in code points from 1. */
    public int lineAt(int position) {
        int found = line;
        int offset = 0;
        for (int passed = 1; passed < position && offset < text.length(); passed++) {
            if (text.charAt(offset) == '\n') {
                found++;
            }
            offset = text.offsetByCodePoints(offset, 1);
        }
        return found;
    }
}
