package dev.decant.sql;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The words of a dialect that need quotes to be a name.
 *
 * @param reserved lower-case words that, unquoted, are never the name of a column
 * @param special lower-case words that may be one, but mean something else in other places
 * @param callable the reserved words that, before a parenthesis, are the name of a function
 */
public record Keywords(Set<String> reserved, Set<String> special, Set<String> callable) {
    public Keywords {
        reserved = Set.copyOf(reserved);
        special = Set.copyOf(special);
        callable = Set.copyOf(callable);
    }

    /** Reads words separated by white space. */
    static Keywords of(String reserved, String special) {
        return of(reserved, special, "");
    }

    /** Reads words separated by white space, some of which may be called. */
    static Keywords of(String reserved, String special, String callable) {
        return new Keywords(words(reserved), words(special), words(callable));
    }

    /** Whether the word, unquoted, is never the name of a column. */
    public boolean isReserved(String word) {
        return reserved.contains(Folding.lower(word));
    }

    /** Whether the word, unquoted and before a parenthesis, is the name of a function. */
    public boolean isCallable(String word) {
        return callable.contains(Folding.lower(word));
    }

    /** Whether the word is quoted whenever it is a name. */
    public boolean needsQuotes(String word) {
        String lower = Folding.lower(word);
        return reserved.contains(lower) || special.contains(lower);
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.strip().split("\\s+")));
    }
}
