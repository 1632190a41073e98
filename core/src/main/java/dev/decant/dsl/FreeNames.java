package dev.decant.dsl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/** Makes names in the way of PostgreSQL's ChooseRelationName, but with a hash in what would be too long, so that it stays the same. */
final class FreeNames {
    private static final int HASH_BYTES = 4;

    private FreeNames() {}

    /**
     * The words joined by underscores, with a number behind them if that is taken.
     *
     * @param bytes how long the name may be in UTF-8
     */
    static String choose(List<String> words, int bytes, Predicate<String> taken) {
        String plain = String.join("_", words);
        String name = shorten(plain, words.getLast(), bytes);
        for (int number = 1; taken.test(name); number++) {
            name = shorten(plain + number, words.getLast() + number, bytes);
        }
        return name;
    }

    private static String shorten(String name, String lastWord, int bytes) {
        if (DatabaseKind.bytes(name) <= bytes) {
            return name;
        }
        String tail = "_" + hash(name) + "_" + lastWord;
        return beginning(name, bytes - DatabaseKind.bytes(tail)) + tail;
    }

    private static String beginning(String name, int bytes) {
        int end = 0;
        int used = 0;
        while (end < name.length()) {
            int next = name.offsetByCodePoints(end, 1);
            used += DatabaseKind.bytes(name.substring(end, next));
            if (used > bytes) {
                break;
            }
            end = next;
        }
        return name.substring(0, end);
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
