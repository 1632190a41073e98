package dev.decant.config;

import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How much of an SQL statement an error or a log line may show. */
public enum PrintPolicy {
    /** The statement as it is. */
    FULL,
    /** The statement with its literals hidden. */
    MASKED,
    /** Nothing of the statement. */
    NONE;

    private static final int WORDS = 3;

    /** The word for the policy in decant.toml. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The statement, or as much of it as hides its values. */
    public String shown(String sql) {
        return switch (this) {
            case FULL -> sql;
            case MASKED -> firstWords(sql);
            case NONE -> "";
        };
    }

    /** The words with which a statement begins say what it does; no value stands among them. */
    private static String firstWords(String sql) {
        StringBuilder words = new StringBuilder();
        for (String word : sql.strip().split("\\s+", WORDS + 1)) {
            if (!word.matches("[A-Za-z]+")) {
                break;
            }
            words.append(word).append(' ');
        }
        return words.append("...").toString();
    }

    /**
     * The policy that the word stands for.
     *
     * @throws dev.decant.failure.DecantException DCT-104 when there is none
     */
    public static PrintPolicy of(String word) {
        List<String> words = Arrays.stream(values()).map(PrintPolicy::word).toList();
        return Arrays.stream(values())
                .filter(policy -> policy.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Failure.of("DCT-104", "the print policy is not known")
                        .next(Suggestions.advice(word, words))
                        .exception());
    }
}
