package dev.decant.studio.data;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values with commas or other signs between, as RFC 4180 has them. */
final class CsvReader {
    private static final char END = '\uFFFF';

    private final String text;
    private final char delimiter;
    private final String nothing;
    private int at;
    private int line = 1;

    private CsvReader(String text, char delimiter, String nothing) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.delimiter = delimiter;
        this.nothing = nothing;
    }

    /**
     * All rows, the first of which names the columns.
     *
     * @param nothing the text, without quotes, that stands for NULL
     * @throws DecantException DCT-744 when a quote never ends
     */
    static List<List<@Nullable String>> read(String text, char delimiter, String nothing) {
        CsvReader reader = new CsvReader(text, delimiter, nothing);
        List<List<@Nullable String>> rows = new ArrayList<>();
        while (reader.at < reader.text.length()) {
            List<@Nullable String> row = reader.row();
            boolean blank =
                    row.size() == 1 && (row.getFirst() == null || row.getFirst().isEmpty());
            if (!blank) {
                rows.add(row);
            }
        }
        return rows;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private List<@Nullable String> row() {
        List<@Nullable String> values = new ArrayList<>();
        while (true) {
            values.add(peek() == '"' ? quoted() : plain());
            if (peek() == delimiter && at < text.length()) {
                at++;
            } else {
                endLine();
                return values;
            }
        }
    }

    private void endLine() {
        if (peek() == '\r') {
            at++;
        }
        if (peek() == '\n') {
            at++;
        }
        line++;
    }

    private @Nullable String plain() {
        int start = at;
        while (at < text.length() && peek() != delimiter && peek() != '\n' && peek() != '\r') {
            at++;
        }
        String value = text.substring(start, at);
        return value.equals(nothing) ? null : value;
    }

    private String quoted() {
        int begun = line;
        StringBuilder value = new StringBuilder();
        at++;
        while (true) {
            if (at >= text.length()) {
                throw Failure.of("DCT-744", "a quote never ends")
                        .at("line " + begun)
                        .next("close it, or double it where it belongs to the value")
                        .exception();
            }
            char next = text.charAt(at++);
            if (next == '"' && peek() == '"' && at < text.length()) {
                at++;
                value.append('"');
            } else if (next == '"') {
                return value.append(rest()).toString();
            } else {
                line += next == '\n' ? 1 : 0;
                value.append(next);
            }
        }
    }

    /** What stands behind a closing quote belongs to the value, as spreadsheets have it. */
    private String rest() {
        int start = at;
        while (at < text.length() && peek() != delimiter && peek() != '\n' && peek() != '\r') {
            at++;
        }
        return text.substring(start, at);
    }
}
