package dev.decant.config;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads TOML into {@link Value}s; what is wrong is reported without the text that is wrong, which may be a password. */
final class TomlReader {
    private static final Pattern QUOTED_TEXT = Pattern.compile("Unexpected '[^']*[\\p{L}\\p{N}][^']*'");

    private final String file;

    private TomlReader(String file) {
        this.file = file;
    }

    /**
     * The content of a TOML file.
     *
     * @param file what to call the file in errors
     * @throws DecantException DCT-101, one failure for each mistake in the syntax
     */
    static Value.Table read(String file, String text) {
        TomlReader reader = new TomlReader(file);
        TomlParseResult result = Toml.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (result.hasErrors()) {
            throw new DecantException(
                    result.errors().stream().map(reader::failure).toList());
        }
        return reader.table(result, new Position(file, 1, 1));
    }

    private Value.Table table(TomlTable table, Position position) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : table.entrySet()) {
            Position place = position(table.inputPositionOf(List.of(entry.getKey())), position);
            values.put(Keys.spelled(entry.getKey()), value(entry.getValue(), place));
        }
        return new Value.Table(position, values);
    }

    private Value.Items items(TomlArray array, Position position) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            values.add(value(array.get(i), position(array.inputPositionOf(i), position)));
        }
        return new Value.Items(position, values);
    }

    private Value value(Object value, Position position) {
        return switch (value) {
            case String text -> new Value.Text(position, text);
            case Long number -> new Value.Whole(position, number);
            case Double number -> new Value.Decimal(position, number);
            case Boolean on -> new Value.Switch(position, on);
            case TomlTable table -> table(table, position);
            case TomlArray array -> items(array, position);
            default -> new Value.Moment(position, value.toString());
        };
    }

    private Position position(TomlPosition position, Position otherwise) {
        return Optional.ofNullable(position)
                .map(found -> new Position(file, found.line(), found.column()))
                .orElse(otherwise);
    }

    private Failure failure(TomlParseError error) {
        String message = Optional.ofNullable(error.getMessage()).orElse("cannot be read");
        Position place = position(error.position(), new Position(file, 1, 1));
        return wording(message).at(place.toString());
    }

    private static Failure wording(String message) {
        if (message.startsWith("Invalid escape")) {
            return Failure.of("DCT-101", "a backslash that starts no escape sequence")
                    .next("write \\\\ for a backslash, or use single quotes");
        }
        int defined = message.indexOf(" previously defined at ");
        if (defined >= 0) {
            String key = message.substring(0, defined);
            return Failure.of("DCT-101", key + " is already defined at " + message.substring(defined + 23))
                    .next("keep one of the two");
        }
        String safe = QUOTED_TEXT.matcher(message).replaceAll("unexpected text");
        Failure failure = Failure.of("DCT-101", Character.toLowerCase(safe.charAt(0)) + safe.substring(1));
        return safe.contains("expected a value") ? failure.next("put text in quotes: key = \"value\"") : failure;
    }
}
