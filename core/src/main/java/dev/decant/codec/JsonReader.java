package dev.decant.codec;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads the text of one JSON value. */
public final class JsonReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** How deep values may lie in each other, so that a text that somebody sent cannot use up the stack. */
    private static final int DEEPEST = 500;

    private final JsonText text;
    private final String file;
    private final boolean sent;
    private int depth;

    private JsonReader(JsonText text, String file, boolean sent) {
        this.text = text;
        this.file = file;
        this.sent = sent;
    }

    /**
     * Reads a text.
     *
     * @param text the whole content of the file
     * @param file the name of the file for messages
     * @throws DecantException when the text is not one JSON value, with the line and the column
     */
    public static Json read(String text, String file) {
        return read(text, file, false);
    }

    /**
     * Reads what a program sent, where null is a value and a number may have a fraction or be large.
     *
     * @param text the whole of it
     * @param what what to call it in messages
     * @throws DecantException when the text is not one JSON value, with the line and the column
     */
    public static Json readSent(String text, String what) {
        return read(text, what, true);
    }

    private static Json read(String text, String file, boolean sent) {
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return new JsonReader(new JsonText(content, file), file, sent).whole();
    }

    private Json whole() {
        if (text.isAtEnd()) {
            throw Failure.of("DCT-201", "the file is empty")
                    .at(file)
                    .next("restore the file from version control")
                    .exception();
        }
        Json value = value();
        if (!text.isAtEnd()) {
            throw Failure.of("DCT-201", "there is something after the end of the value")
                    .at(text.place().toString())
                    .next("remove it")
                    .exception();
        }
        return value;
    }

    private Json value() {
        Place place = text.place();
        return switch (text.peek()) {
            case '{' -> deeper(() -> fields(place));
            case '[' -> deeper(() -> items(place));
            case '"' -> new Json.Text(text.string(), place);
            case 't' -> flag(true, place);
            case 'f' -> flag(false, place);
            case 'n' -> nothing(place);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(place);
            default -> throw text.unexpected("a value");
        };
    }

    private Json deeper(Supplier<Json> inside) {
        if (++depth > DEEPEST) {
            throw text.malformed("values lie more than " + DEEPEST + " deep in each other");
        }
        Json value = inside.get();
        depth--;
        return value;
    }

    private Json flag(boolean value, Place place) {
        text.require(String.valueOf(value));
        return new Json.Flag(value, place);
    }

    private Json nothing(Place place) {
        text.require("null");
        if (sent) {
            return new Json.Null(place);
        }
        throw refused("null", "leave the field out", place);
    }

    private static DecantException refused(String what, String next, Place place) {
        return Failure.of("DCT-204", what + " means nothing here")
                .at(place.toString())
                .next(next)
                .exception();
    }

    private Json number(Place place) {
        String number = text.number();
        if (number.chars().anyMatch(sign -> sign == '.' || sign == 'e' || sign == 'E')) {
            if (sent) {
                return new Json.Decimal(number, place);
            }
            throw refused("a number with a fraction", "write a whole number", place);
        }
        try {
            return new Json.Whole(Long.parseLong(number), place);
        } catch (NumberFormatException e) {
            if (sent) {
                return new Json.Decimal(number, place);
            }
            throw Failure.of("DCT-204", "this number is too large")
                    .at(place.toString())
                    .exception(e);
        }
    }

    private Json fields(Place place) {
        text.require('{');
        Map<String, Json> fields = new LinkedHashMap<>();
        boolean more = !text.passes('}');
        while (more) {
            Place where = text.place();
            String name = text.string();
            text.require(':');
            if (fields.put(name, value()) != null) {
                throw text.malformed("duplicate field \"" + name + "\"", where);
            }
            more = goesOn('}');
        }
        return new Json.Fields(fields, place);
    }

    private Json items(Place place) {
        text.require('[');
        List<Json> items = new ArrayList<>();
        boolean more = !text.passes(']');
        while (more) {
            items.add(value());
            more = goesOn(']');
        }
        return new Json.Items(items, place);
    }

    private boolean goesOn(char end) {
        if (text.passes(',')) {
            return true;
        }
        if (text.passes(end)) {
            return false;
        }
        throw text.unexpected("',' or '" + end + "'");
    }
}
