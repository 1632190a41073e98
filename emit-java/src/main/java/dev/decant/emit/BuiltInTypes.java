package dev.decant.emit;

import dev.decant.model.DataType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The types for which {@link dev.decant.dsl.PgColumns} has a method of their own. */
final class BuiltInTypes {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Map<String, Method> METHODS = methods();

    /**
     * A method that makes a column.
     *
     * @param type the Java type of its values
     * @param name the method's name
     * @param arguments how many arguments it takes at most
     */
    private record Method(String type, String name, int arguments) {}

    /**
     * How a column of a type begins.
     *
     * @param type the Java type of its values
     * @param call the call that makes it
     */
    record Beginning(JavaType type, String call) {}

    private BuiltInTypes() {}

    /** The call for one value of a type, if there is one. */
    static Optional<Beginning> of(DataType type) {
        if (type.isDeclared()) {
            return Optional.empty();
        }
        String name = type.name().local();
        if (name.startsWith("interval ") && type.arguments().isEmpty()) {
            String fields = JavaText.quoted(name.substring("interval ".length()));
            return Optional.of(new Beginning(JavaType.of("java.time.Duration"), "interval(" + fields + ")"));
        }
        List<String> arguments = arguments(name, type.arguments());
        return Optional.ofNullable(METHODS.get(name))
                .filter(method -> arguments.size() <= method.arguments())
                .filter(method ->
                        arguments.stream().allMatch(each -> NUMBER.matcher(each).matches()))
                .map(method -> new Beginning(
                        JavaType.of(method.type()), method.name() + "(" + String.join(", ", arguments) + ")"));
    }

    /** Without what the method adds by itself: the scale of zero, the length of one. */
    private static List<String> arguments(String name, List<String> given) {
        return switch (name) {
            case "numeric" -> given.size() == 2 && given.getLast().equals("0") ? given.subList(0, 1) : given;
            case "character", "bit" -> given.equals(List.of("1")) ? List.of() : given;
            default -> given;
        };
    }

    private static Map<String, Method> methods() {
        Map<String, Method> methods = new HashMap<>();
        methods.put("smallint", new Method("java.lang.Short", "smallint", 0));
        methods.put("integer", new Method("java.lang.Integer", "integer", 0));
        methods.put("bigint", new Method("java.lang.Long", "bigint", 0));
        methods.put("oid", new Method("java.lang.Long", "oid", 0));
        methods.put("numeric", new Method("java.math.BigDecimal", "numeric", 2));
        methods.put("real", new Method("java.lang.Float", "real", 0));
        methods.put("double precision", new Method("java.lang.Double", "doublePrecision", 0));
        methods.put("bytea", new Method("byte[]", "bytea", 0));
        methods.put("boolean", new Method("java.lang.Boolean", "bool", 0));
        methods.put("uuid", new Method("java.util.UUID", "uuid", 0));
        methods.put("vector", new Method("float[]", "vector", 1));
        methods.put("halfvec", new Method("float[]", "halfvec", 1));
        addTimes(methods);
        addTexts(methods);
        return methods;
    }

    private static void addTimes(Map<String, Method> methods) {
        methods.put("date", new Method("java.time.LocalDate", "date", 0));
        methods.put("time without time zone", new Method("java.time.LocalTime", "time", 1));
        methods.put("time with time zone", new Method("java.time.OffsetTime", "timetz", 1));
        methods.put("timestamp without time zone", new Method("java.time.LocalDateTime", "timestamp", 1));
        methods.put("timestamp with time zone", new Method("java.time.OffsetDateTime", "timestamptz", 1));
        methods.put("interval", new Method("java.time.Duration", "interval", 1));
    }

    /** The types whose values Java knows as text. */
    private static void addTexts(Map<String, Method> methods) {
        methods.put("character varying", text("varchar", 1));
        methods.put("character", text("character", 1));
        methods.put("bit", text("bit", 1));
        methods.put("bit varying", text("varbit", 1));
        methods.put("sparsevec", text("sparsevec", 1));
        methods.put("\"char\"", text("singleByte", 0));
        methods.put("pg_lsn", text("pgLsn", 0));
        methods.put("pg_snapshot", text("pgSnapshot", 0));
        Stream.of("text", "bpchar", "name", "money", "json", "jsonb", "jsonpath", "xml", "tsvector", "tsquery")
                .forEach(name -> methods.put(name, text(name, 0)));
        Stream.of("inet", "cidr", "macaddr", "macaddr8", "xid", "xid8", "tid")
                .forEach(name -> methods.put(name, text(name, 0)));
        Stream.of("point", "line", "lseg", "box", "path", "polygon", "circle")
                .forEach(name -> methods.put(name, text(name, 0)));
        Stream.of("int4", "int8", "num", "ts", "tstz", "date").forEach(name -> {
            methods.put(name + "range", text(name + "range", 0));
            methods.put(name + "multirange", text(name + "multirange", 0));
        });
        Stream.of("class", "collation", "config", "dictionary", "namespace", "oper", "operator", "proc", "procedure")
                .forEach(name -> methods.put("reg" + name, text("reg" + name, 0)));
        Stream.of("role", "type").forEach(name -> methods.put("reg" + name, text("reg" + name, 0)));
    }

    private static Method text(String name, int arguments) {
        return new Method("java.lang.String", name, arguments);
    }
}
