package dev.decant.codec;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a JSON value, and how far it is read: RFC 8259. */
final class JsonText {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final String text;
    private final String file;
    private int at;
    private int line = 1;
    private int lineStart;

    JsonText(String text, String file) {
        this.text = text;
        this.file = file;
    }

    /** Where the next value, name or sign begins. */
    Place place() {
        skipBlanks();
        return new Place(file, line, at - lineStart + 1);
    }

    /** The next character that means something; nothing else than 0 at the end. */
    char peek() {
        skipBlanks();
        return at < text.length() ? text.charAt(at) : 0;
    }

    boolean isAtEnd() {
        skipBlanks();
        return at == text.length();
    }

    private void skipBlanks() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\n' || next == '\r' && !text.startsWith("\n", at + 1)) {
                line++;
                lineStart = at + 1;
            } else if (next != ' ' && next != '\t' && next != '\r') {
                return;
            }
            at++;
        }
    }

    /** Passes over a sign when it is the next one. */
    boolean passes(char sign) {
        boolean here = peek() == sign;
        at += here ? 1 : 0;
        return here;
    }

    /** Passes over a sign, which has to be the next one. */
    void require(char sign) {
        if (!passes(sign)) {
            throw unexpected("'" + sign + "'");
        }
    }

    /** Passes over a word, which has to be the next one. */
    void require(String word) {
        skipBlanks();
        if (!text.startsWith(word, at)) {
            throw word.startsWith(text.substring(at)) ? cutOff() : unexpected("a value");
        }
        at += word.length();
    }

    /** The number that comes next, as it is written. */
    String number() {
        skipBlanks();
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw at + 1 >= text.length() ? cutOff() : unexpected("a number");
        }
        int begin = at;
        at = number.end();
        if (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            throw malformed("a number is not written so");
        }
        return text.substring(begin, at);
    }

    /** The text in quotes that comes next. */
    String string() {
        require('"');
        int begin = at;
        StringBuilder found = null;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '"') {
                String rest = text.substring(begin, at++);
                return found == null ? rest : found.append(rest).toString();
            } else if (next == '\\') {
                found = (found == null ? new StringBuilder() : found).append(text, begin, at++).append(escaped());
                begin = at;
            } else if (next < ' ') {
                throw malformed("a text in quotes holds a control character, which is written with \\u");
            } else {
                at++;
            }
        }
        throw cutOff();
    }

    private char escaped() {
        if (at == text.length()) {
            throw cutOff();
        }
        char kind = text.charAt(at++);
        if (kind == 'u') {
            return coded();
        }
        int which = ESCAPED.indexOf(kind);
        if (which < 0) {
            at--;
            throw malformed("nothing is written as \\" + kind);
        }
        return MEANT.charAt(which);
    }

    private char coded() {
        if (at + 4 > text.length()) {
            throw cutOff();
        }
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(text.charAt(at), 16);
            if (digit < 0) {
                throw malformed("behind \\u come four digits from 0 to f");
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    DecantException unexpected(String wanted) {
        return isAtEnd() ? cutOff() : malformed("here should be " + wanted + ", not '" + Character.toString(text.codePointAt(at)) + "'");
    }

    DecantException malformed(String what) {
        return failure("this is not JSON: " + what, new Place(file, line, at - lineStart + 1));
    }

    DecantException malformed(String what, Place where) {
        return failure("this is not JSON: " + what, where);
    }

    private DecantException cutOff() {
        at = text.length();
        return failure("the file ends in the middle of a value", new Place(file, line, at - lineStart + 1));
    }

    private static DecantException failure(String what, Place where) {
        return Failure.of("DCT-201", what)
                .at(where.toString())
                .next("restore the file from version control")
                .exception();
    }
}
