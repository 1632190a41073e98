package dev.decant.config;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of the parts of a URL, in UTF-8 (RFC 3986, section 2.1). */
final class Percent {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private Percent() {}

    /** The text with everything encoded but letters, digits, and {@code - . _ ~}. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet > 0 && UNRESERVED.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(String.format("%02X", octet & 0xFF));
            }
        }
        return encoded.toString();
    }

    /**
     * The text that an encoded one stands for.
     *
     * @param part what the text is, for the error: {@code password}
     * @throws DecantException DCT-110 when a percent sign is not followed by two hexadecimal digits
     */
    static String decode(String encoded, String part) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) == '%') {
                octets.write(octet(encoded, i + 1, part));
                i += 2;
            } else {
                int character = encoded.codePointAt(i);
                i += Character.charCount(character) - 1;
                octets.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString();
        } catch (CharacterCodingException exception) {
            throw failure("the " + part + " is not percent-encoded UTF-8");
        }
    }

    private static int octet(String encoded, int position, String part) {
        int high = position + 1 < encoded.length() ? Character.digit(encoded.charAt(position), 16) : -1;
        int low = position + 1 < encoded.length() ? Character.digit(encoded.charAt(position + 1), 16) : -1;
        if (high < 0 || low < 0) {
            throw failure("the " + part + " has a % that is not followed by two hexadecimal digits");
        }
        return high * 16 + low;
    }

    private static DecantException failure(String what) {
        return Failure.of("DCT-110", what).next("write % itself as %25").exception();
    }
}
