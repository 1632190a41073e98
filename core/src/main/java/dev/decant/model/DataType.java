package dev.decant.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of a column as its database spells it: {@code character varying(255)}, {@code timestamp(3) with time zone}, {@code public.mood[]}.
 *
 * @param name the type without arguments and brackets; the namespace is empty for a built-in type or one of an extension
 * @param arguments what stands in the parentheses, as text, in order
 * @param dimensions how many pairs of brackets follow; zero for a plain value
 */
public record DataType(ObjectName name, List<String> arguments, int dimensions) {
    private static final Pattern TAIL = Pattern.compile(" (?:with|without|unsigned|zerofill|COLLATE)\\b.*$");
    private static final Pattern TEXT = Pattern.compile("([^(\\[]*)(?:\\(([^)]*)\\))?([^\\[]*)((?:\\[\\])*)");

    /** Types that are others, or none, without their quotes: PostgreSQL's manual, 8.3 and 8.21. */
    private static final Set<String> QUOTED = Set.of("\"char\"", "\"any\"");

    /** Copies the arguments. */
    public DataType {
        arguments = List.copyOf(arguments);
        if (dimensions < 0) {
            throw new IllegalArgumentException("negative dimensions of type " + name);
        }
    }

    /** A built-in type. */
    public static DataType of(String name, Object... arguments) {
        return new DataType(
                ObjectName.of(name),
                List.of(arguments).stream().map(Object::toString).toList(),
                0);
    }

    /** A type that the schema itself declares. */
    public static DataType declared(ObjectName name) {
        return new DataType(name, List.of(), 0);
    }

    /**
     * Reads the notation of {@link #toString()}.
     *
     * @throws IllegalArgumentException when the text is no type
     */
    public static DataType parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a type: " + text);
        }
        String words = (matcher.group(1) + matcher.group(3)).strip();
        ObjectName name = QUOTED.contains(words) ? ObjectName.of(words) : ObjectName.parse(words);
        List<String> arguments = matcher.group(2) == null
                ? List.of()
                : List.of(matcher.group(2).split(",")).stream()
                        .map(String::strip)
                        .toList();
        return new DataType(name, arguments, matcher.group(4).length() / 2);
    }

    /** The same type with so many dimensions. */
    public DataType withDimensions(int count) {
        return new DataType(name, arguments, count);
    }

    /** The type of one element: this without its dimensions. */
    public DataType element() {
        return withDimensions(0);
    }

    /** The same type under another name. */
    public DataType withName(ObjectName other) {
        return new DataType(other, arguments, dimensions);
    }

    /** The same type once a type or relation is called otherwise: under the new name when it is that one. */
    public DataType following(Reference before, Reference after) {
        boolean isThis = before.equals(new Reference.ToType(name)) || before.equals(new Reference.ToRelation(name));
        return isDeclared() && isThis ? withName(nameOf(after)) : this;
    }

    private ObjectName nameOf(Reference reference) {
        return switch (reference) {
            case Reference.ToType(ObjectName type) -> type;
            case Reference.ToRelation(ObjectName relation) -> relation;
            default -> name;
        };
    }

    /** Whether the schema declares this type, so that its name is one of the schema's objects. */
    public boolean isDeclared() {
        return !name.schema().isEmpty();
    }

    @Override
    public String toString() {
        return render(isDeclared() ? name.toString() : name.local());
    }

    /** This type with its name written as given: the arguments stand before a trailing {@code with ...} or {@code unsigned}. */
    public String render(String writtenName) {
        Matcher tail = TAIL.matcher(writtenName);
        int at = tail.find() && !isDeclared() ? tail.start() : writtenName.length();
        String list = arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")";
        return writtenName.substring(0, at) + list + writtenName.substring(at) + "[]".repeat(dimensions);
    }
}
