package dev.decant.codec;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads the text of one JSON value. */
public final class JsonReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final JsonParser parser;
    private final String file;
    private final boolean sent;

    private JsonReader(JsonParser parser, String file, boolean sent) {
        this.parser = parser;
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
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), content)) {
            return new JsonReader(parser, file, sent).whole();
        } catch (StreamReadException e) {
            throw malformed(e, file);
        }
    }

    private static DecantException malformed(StreamReadException cause, String file) {
        TokenStreamLocation at = cause.getLocation();
        Place place = new Place(file, at.getLineNr(), at.getColumnNr());
        boolean cutOff = cause instanceof UnexpectedEndOfInputException;
        String what = cutOff ? "the file ends in the middle of a value" : "this is not JSON: " + words(cause);
        return Failure.of("DCT-201", what)
                .at(place.toString())
                .next("restore the file from version control")
                .exception(cause);
    }

    /** The parser's message as a part of a sentence, without what it says about its own source object. */
    private static String words(StreamReadException cause) {
        String message = cause.getOriginalMessage().replaceAll(" \\((?:for|start) .*", "");
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private Json whole() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw Failure.of("DCT-201", "the file is empty")
                    .at(file)
                    .next("restore the file from version control")
                    .exception();
        }
        Json value = value(first);
        if (parser.nextToken() != null) {
            throw Failure.of("DCT-201", "there is something after the end of the value")
                    .at(place().toString())
                    .next("remove it")
                    .exception();
        }
        return value;
    }

    private Place place() {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new Place(file, at.getLineNr(), at.getColumnNr());
    }

    private Json value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> fields();
            case START_ARRAY -> items();
            case VALUE_STRING -> new Json.Text(parser.getString(), place());
            case VALUE_NUMBER_INT -> whole(place());
            case VALUE_TRUE -> new Json.Flag(true, place());
            case VALUE_FALSE -> new Json.Flag(false, place());
            case VALUE_NULL -> nothing();
            case VALUE_NUMBER_FLOAT -> fraction();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value begins with " + token);
        };
    }

    private Json nothing() {
        if (sent) {
            return new Json.Null(place());
        }
        throw refused("null", "leave the field out");
    }

    private DecantException refused(String what, String next) {
        return Failure.of("DCT-204", what + " means nothing here")
                .at(place().toString())
                .next(next)
                .exception();
    }

    private Json fraction() {
        if (sent) {
            return new Json.Decimal(parser.getString(), place());
        }
        throw refused("a number with a fraction", "write a whole number");
    }

    private Json whole(Place place) {
        if (sent && parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return new Json.Decimal(parser.getString(), place);
        }
        try {
            return new Json.Whole(parser.getLongValue(), place);
        } catch (JacksonException e) {
            throw Failure.of("DCT-204", "this number is too large")
                    .at(place.toString())
                    .exception(e);
        }
    }

    private Json fields() {
        Place place = place();
        Map<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            fields.put(name, value(parser.nextToken()));
        }
        return new Json.Fields(fields, place);
    }

    private Json items() {
        Place place = place();
        List<Json> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            items.add(value(token));
            token = parser.nextToken();
        }
        return new Json.Items(items, place);
    }
}
