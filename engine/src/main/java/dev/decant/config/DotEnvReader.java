package dev.decant.config;

import dev.decant.failure.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a {@link DotEnv}; after a line that cannot be understood it goes on with the next. */
final class DotEnvReader {
    private static final Pattern NAME = Pattern.compile("(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*");
    private static final Pattern COMMENT = Pattern.compile("(?:^|[ \\t])#");

    private final String file;
    private final String text;
    private final Map<String, DotEnv.Entry> entries = new LinkedHashMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private int at;

    DotEnvReader(String file, String text) {
        this.file = file;
        String unix = text.replace("\r\n", "\n").replace('\r', '\n');
        this.text = unix.startsWith("\uFEFF") ? unix.substring(1) : unix;
    }

    Map<String, DotEnv.Entry> read() {
        while (skipBlank()) {
            readLine();
        }
        return entries;
    }

    List<Failure> failures() {
        return failures;
    }

    /** Moves to the next character that is not white space; false at the end. */
    private boolean skipBlank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private void readLine() {
        int line = line(at);
        if (text.charAt(at) == '#') {
            at = lineEnd();
            return;
        }
        Matcher name = NAME.matcher(text).region(at, lineEnd());
        if (!name.lookingAt()) {
            fail(line, "a line does not start with the name of a variable", "write NAME=value");
            return;
        }
        at = name.end();
        if (at < text.length() && text.charAt(at) == '=') {
            at++;
            readValue(line).ifPresent(entry -> entries.put(name.group(1), entry));
        } else if (!rest().isEmpty()) {
            fail(line, "the name of a variable is not followed by =", "write NAME=value");
        }
    }

    private Optional<DotEnv.Entry> readValue(int line) {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        char quote = at < text.length() ? text.charAt(at) : '\n';
        if (quote != '"' && quote != '\'' && quote != '`') {
            String value = rest();
            at = lineEnd();
            return Optional.of(new DotEnv.Entry(line, value, false));
        }
        int end = closing(quote);
        if (end < 0) {
            fail(line, "a value is not closed by " + quote, "add the " + quote);
            return Optional.empty();
        }
        String inside = text.substring(at + 1, end);
        at = end + 1;
        if (!rest().isEmpty()) {
            fail(line, "a quoted value is followed by more text", "write a # before a comment, or escape the quote");
            return Optional.empty();
        }
        at = lineEnd();
        return Optional.of(new DotEnv.Entry(line, quote == '"' ? unescape(inside) : inside, quote != '"'));
    }

    /** What stands before the end of the line or a comment, without white space around it. */
    private String rest() {
        String rest = text.substring(at, lineEnd());
        Matcher comment = COMMENT.matcher(rest);
        return (comment.find() ? rest.substring(0, comment.start()) : rest).strip();
    }

    private int closing(char quote) {
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == quote) {
                return i;
            }
            if (quote == '"' && text.charAt(i) == '\\') {
                i++;
            }
        }
        return -1;
    }

    private static String unescape(String inside) {
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < inside.length(); i++) {
            char character = inside.charAt(i);
            if (character == '\\' && i + 1 < inside.length()) {
                i++;
                value.append(escaped(inside, i));
            } else {
                value.append(character);
            }
        }
        return value.toString();
    }

    private static String escaped(String inside, int position) {
        char character = inside.charAt(position);
        return switch (character) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '$' -> inside.startsWith("{", position + 1) ? "$$" : "$";
            case '\\', '"', '\'', '`' -> String.valueOf(character);
            case '\n' -> "";
            default -> "\\" + character;
        };
    }

    private int line(int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void fail(int line, String what, String next) {
        failures.add(Failure.of("DCT-108", what).at(file + ":" + line).next(next));
        at = lineEnd();
    }
}
