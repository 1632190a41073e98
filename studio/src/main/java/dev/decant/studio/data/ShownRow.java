package dev.decant.studio.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;

/** What a row looked like, by which it is known again where nothing else tells it from others. */
public final class ShownRow {
    private static final int LENGTH = 12;

    private ShownRow() {}

    /**
     * The fingerprint of values of a row.
     *
     * @param before how many values stand before them
     */
    public static String fingerprint(ResultSet row, int before, int count) throws SQLException {
        MessageDigest digest = digest();
        for (int i = 1; i <= count; i++) {
            String value = row.getString(before + i);
            byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
            digest.update((value == null ? "-" : bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        byte[] whole = digest.digest();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole).substring(0, LENGTH);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
