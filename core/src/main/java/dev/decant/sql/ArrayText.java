package dev.decant.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An array as PostgreSQL writes it in a string: <code>{a,"b c",NULL}</code>, with as many braces as it has dimensions.
 *
 * <p>From the manual's chapter 8.15, "Array Input and Output Syntax".
 *
 * @param text the text, without the quotes of the string
 */
public record ArrayText(String text) {
    private static final Pattern ELEMENT = Pattern.compile(
            "\"((?:[^\"\\\\]|\\\\.)*+)\"|((?:[^{},\"\\\\\\s]|\\\\.)(?:(?:[^{},\"\\\\]|\\\\.)*(?:[^{},\"\\\\\\s]|\\\\.))?)");
    private static final Pattern ODD = Pattern.compile("[{},\"\\\\\\s]");

    /** Whether a text looks like one. */
    public static boolean isArray(String text) {
        return text.strip().startsWith("{") && text.strip().endsWith("}");
    }

    /** The elements of all dimensions in a row, nulls left out. */
    public List<String> elements() {
        List<String> elements = new ArrayList<>();
        Matcher matcher = ELEMENT.matcher(text);
        while (matcher.find()) {
            if (!isNull(matcher)) {
                elements.add(element(matcher));
            }
        }
        return List.copyOf(elements);
    }

    /** The array with one value put in the place of another; all else stays as it is written. */
    public ArrayText replacing(String before, String after) {
        return new ArrayText(ELEMENT.matcher(text).replaceAll(found -> {
            Matcher element = ELEMENT.matcher(found.group());
            boolean isIt =
                    element.matches() && !isNull(element) && element(element).equals(before);
            return Matcher.quoteReplacement(isIt ? written(after) : found.group());
        }));
    }

    private static boolean isNull(Matcher element) {
        return element.group(1) == null && element.group().equalsIgnoreCase("null");
    }

    private static String element(Matcher matcher) {
        String inside = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return inside.replaceAll("\\\\(.)", "$1");
    }

    private static String written(String element) {
        boolean plain = !element.isEmpty()
                && !element.equalsIgnoreCase("null")
                && !ODD.matcher(element).find();
        return plain ? element : "\"" + element.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
