package dev.decant.journal;

import dev.decant.sql.Expressions;
import dev.decant.sql.Syntax;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that is the same for two SQL texts when they differ in nothing but comments, white space and the case of keywords. */
public final class Checksum {
    private static final String PREFIX = "t" + Expressions.FINGERPRINT_VERSION + ":";

    private Checksum() {}

    /** Whether a checksum that was written down can be held against one of today; a newer Decant may follow other rules. */
    public static boolean hasKnownRules(String checksum) {
        return checksum.startsWith(PREFIX);
    }

    /**
     * The checksum of a text: {@code t1:} and the SHA-256 of its tokens, where the prefix names the rules for what counts. Line ends do not
     * count even inside of strings, since version control may change them.
     */
    public static String of(String sql, Syntax syntax) {
        return ofTokens(tokens(sql, syntax));
    }

    /** What counts of a text. */
    static String tokens(String sql, Syntax syntax) {
        return Expressions.fingerprintText(sql.replace("\r\n", "\n"), syntax);
    }

    /** The checksum of what counts of a text. */
    static String ofTokens(String text) {
        byte[] tokens = text.getBytes(StandardCharsets.UTF_8);
        try {
            return PREFIX
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(tokens));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
