package dev.decant.journal;

import dev.decant.sql.Expressions;
import dev.decant.sql.Syntax;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A short text that is the same for two SQL texts when they differ in nothing but comments, white space and the case of keywords. */
public final class Checksum {
    private static final String PREFIX = "t" + Expressions.FINGERPRINT_VERSION + ":";

    private static final Pattern OF_ANY_RULES = Pattern.compile("t[0-9]+:");

    private Checksum() {}

    /** Whether a checksum that was written down cannot be held against one of today, since another Decant made it by other rules. */
    public static boolean hasOtherRules(String checksum) {
        return OF_ANY_RULES.matcher(checksum).lookingAt() && !checksum.startsWith(PREFIX);
    }

    /**
     * The checksum of a text: {@code t1:} and the SHA-256 of its tokens, where the prefix names the rules for what counts. Line ends do not
     * count even inside of strings, since version control may change them.
     */
    public static String of(String sql, Syntax syntax) {
        return of(List.of(sql).iterator(), syntax);
    }

    /** The checksum of a text that comes in pieces. */
    static String of(Iterator<String> pieces, Syntax syntax) {
        MessageDigest digest = digest();
        tokens(pieces, syntax, piece -> digest.update(piece.getBytes(StandardCharsets.UTF_8)));
        return PREFIX + HexFormat.of().formatHex(digest.digest());
    }

    /** What counts of a text. */
    static String tokens(String sql, Syntax syntax) {
        StringBuilder tokens = new StringBuilder();
        tokens(List.of(sql).iterator(), syntax, tokens::append);
        return tokens.toString();
    }

    private static void tokens(Iterator<String> sql, Syntax syntax, Consumer<String> pieces) {
        Expressions.fingerprint(new PlainLineEnds(sql), syntax, pieces);
    }

    /** The checksum of what counts of a text. */
    static String ofTokens(String text) {
        return PREFIX + HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
