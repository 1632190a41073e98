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

    /** The word for the policy in decant.toml. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
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
