package dev.decant.sql;

import java.util.ArrayList;
import java.util.List;

/** The code of a statement, white space and comments left out, read no further than somebody looks: a statement can be megabytes of values. */
final class Beginning {
    private final Lexer lexer;
    private final List<Token> read = new ArrayList<>();

    Beginning(String statement, Syntax syntax) {
        this.lexer = new Lexer(statement, syntax);
    }

    /** Whether there is a token at a place, from 0. */
    boolean reaches(int place) {
        while (read.size() <= place && lexer.hasNext()) {
            Token token = lexer.next();
            if (token.isCode()) {
                read.add(token);
            }
        }
        return place < read.size();
    }

    /** The token at a place that there is. */
    Token get(int place) {
        if (!reaches(place)) {
            throw new IndexOutOfBoundsException(place);
        }
        return read.get(place);
    }
}
