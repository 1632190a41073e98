package dev.decant.sql;

import java.util.Arrays;
import java.util.List;

/**
 * A kind of statement, told by how it begins.
 *
 * @param some ways to begin, of which one must fit
 * @param exceptions ways to begin, of which none may fit
 */
public record StatementPatterns(List<StatementPattern> some, List<StatementPattern> exceptions) {
    /** Copies the lists. */
    public StatementPatterns {
        some = List.copyOf(some);
        exceptions = List.copyOf(exceptions);
    }

    /** Statements that begin in one of these ways; {@link StatementPattern} tells how to write them. */
    public static StatementPatterns of(String... patterns) {
        return new StatementPatterns(read(patterns), List.of());
    }

    /** The same without the statements that begin in one of these ways. */
    public StatementPatterns except(String... patterns) {
        return new StatementPatterns(some, read(patterns));
    }

    /** Whether a statement is of this kind; no more of it is looked at than that takes. */
    public boolean match(String statement, Syntax syntax) {
        Beginning code = new Beginning(statement, syntax);
        return some.stream().anyMatch(pattern -> pattern.matches(code))
                && exceptions.stream().noneMatch(pattern -> pattern.matches(code));
    }

    private static List<StatementPattern> read(String... patterns) {
        return Arrays.stream(patterns).map(StatementPattern::of).toList();
    }
}
