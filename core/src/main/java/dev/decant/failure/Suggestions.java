package dev.decant.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the word that somebody meant among the words that exist. */
public final class Suggestions {
    private static final int SHOWN = 12;

    private Suggestions() {}

    /**
     * The candidate that is closest to the word, when one is close enough to be what was meant.
     *
     * <p>Upper and lower case, {@code -} and {@code _} count as equal. About a third of the letters may be wrong; of
     * two equally close candidates the first is taken.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        String plain = plain(word);
        return candidates.stream()
                .filter(candidate -> distance(plain, plain(candidate)) <= tolerance(plain, plain(candidate)))
                .min(Comparator.comparingInt(candidate -> distance(plain, plain(candidate))));
    }

    /** Advice for a word that does not exist: {@code did you mean "url"?}, else which words there are. */
    public static String advice(String word, Collection<String> candidates) {
        return nearest(word, candidates)
                .map(candidate -> "did you mean \"" + candidate + "\"?")
                .orElseGet(() -> candidates.isEmpty() ? "there are none" : "known are: " + list(candidates));
    }

    /**
     * How many letters must be inserted, deleted, replaced, or swapped with their neighbour to get from one word to the
     * other (Damerau-Levenshtein, no letter touched twice).
     */
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    private static int tolerance(String word, String candidate) {
        return Math.max(word.length(), candidate.length()) <= 2 ? 1 : Math.max(word.length(), candidate.length()) / 3;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static String list(Collection<String> candidates) {
        String words = candidates.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return candidates.size() > SHOWN ? words + ", and " + (candidates.size() - SHOWN) + " more" : words;
    }
}
