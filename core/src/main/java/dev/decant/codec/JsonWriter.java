package dev.decant.codec;

import java.util.Iterator;
import java.util.Map;

/**
 * Writes JSON so that a reviewer can read it and a diff shows little: what fits on a line stands on one line, except that each object of a
 * list has lines of its own.
 */
public final class JsonWriter {
    private static final int WIDTH = 120;
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private JsonWriter() {}

    /** The value laid out over lines, with a line end behind the last. */
    public static String write(Json value) {
        JsonWriter writer = new JsonWriter();
        writer.lines(value, "");
        return writer.text.append('\n').toString();
    }

    /** The value on one line. */
    public static String line(Json value) {
        StringBuilder text = new StringBuilder();
        new JsonLine(text, JsonLine.NO_LIMIT).append(value);
        return text.toString();
    }

    /** Appends a string in its quotes. */
    public static void quote(String string, StringBuilder text) {
        JsonLine.quote(string, text);
    }

    private void value(Json value, String indent, int reserved) {
        int start = text.length();
        int lineStart = text.lastIndexOf("\n") + 1;
        if (!new JsonLine(text, lineStart + WIDTH - reserved).append(value)) {
            text.setLength(start);
            lines(value, indent);
        }
    }

    private void lines(Json value, String indent) {
        switch (value) {
            case Json.Fields fields when isTagged(fields) && !indent.isEmpty() -> tagged(fields, indent);
            case Json.Fields fields -> fields(fields, indent);
            case Json.Items items -> items(items, indent);
            case Json.Text one -> JsonLine.quote(one.value(), text);
            case Json.Whole one -> text.append(one.value());
            case Json.Flag one -> text.append(one.value());
            case Json.Decimal decimal -> text.append(decimal.literal());
            case Json.Null nothing -> text.append("null");
        }
    }

    /** Whether it is an object that only says what the object in it is. */
    private static boolean isTagged(Json.Fields fields) {
        return fields.values().size() == 1
                && fields.values().values().iterator().next() instanceof Json.Fields;
    }

    private void tagged(Json.Fields fields, String indent) {
        Map.Entry<String, Json> only = fields.values().entrySet().iterator().next();
        text.append('{');
        JsonLine.quote(only.getKey(), text);
        text.append(": ");
        value(only.getValue(), indent, 2);
        text.append('}');
    }

    private void fields(Json.Fields fields, String indent) {
        if (fields.values().isEmpty()) {
            text.append("{}");
            return;
        }
        String deeper = indent + INDENT;
        text.append("{\n");
        Iterator<Map.Entry<String, Json>> rest = fields.values().entrySet().iterator();
        while (rest.hasNext()) {
            Map.Entry<String, Json> field = rest.next();
            text.append(deeper);
            JsonLine.quote(field.getKey(), text);
            text.append(": ");
            value(field.getValue(), deeper, 1);
            text.append(rest.hasNext() ? ",\n" : "\n");
        }
        text.append(indent).append('}');
    }

    private void items(Json.Items items, String indent) {
        if (items.values().isEmpty()) {
            text.append("[]");
            return;
        }
        String deeper = indent + INDENT;
        text.append("[\n");
        Iterator<Json> rest = items.values().iterator();
        while (rest.hasNext()) {
            text.append(deeper);
            value(rest.next(), deeper, 1);
            text.append(rest.hasNext() ? ",\n" : "\n");
        }
        text.append(indent).append(']');
    }
}
