package dev.decant.sql;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The words of a dialect that need quotes to be a name.
 *
 * @param reserved lower-case words that, unquoted, are never the name of a column
 * @param special lower-case words that may be one, but mean something else in other places
 */
public record Keywords(Set<String> reserved, Set<String> special) {
    public Keywords {
        reserved = Set.copyOf(reserved);
        special = Set.copyOf(special);
    }

    /** Reads words separated by white space. */
    static Keywords of(String reserved, String special) {
        return new Keywords(words(reserved), words(special));
    }

    /** Whether the word, unquoted, is never the name of a column. */
    public boolean isReserved(String word) {
        return reserved.contains(Folding.lower(word));
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
