package dev.decant.emit;

import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.sql.Lexer;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The default of a column: a value of Java where one stands for the same SQL, else the SQL. */
final class DefaultCode {
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]*");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+");
    /** The types that {@code defaultNow()} is for. */
    private static final Set<String> MOMENTS = Set.of(
            "timestamp with time zone",
            "timestamp without time zone",
            "date",
            "time with time zone",
            "time without time zone");

    private final FileCode file;
    private final DataType type;
    private final JavaType javaType;

    DefaultCode(FileCode file, DataType type, JavaType javaType) {
        this.file = file;
        this.type = type;
        this.javaType = javaType;
    }

    /** Adds the call. */
    void add(Expression value, Chain chain) {
        String sql = value.sql();
        if (sql.equals("now()")
                && type.dimensions() == 0
                && MOMENTS.contains(type.name().local())) {
            chain.call("defaultNow");
            return;
        }
        Optional<String> java = java(sql);
        if (java.isPresent()) {
            chain.call("defaultTo", java.get());
        } else {
            chain.call("defaultSql", JavaText.of(sql));
        }
    }

    private Optional<String> java(String sql) {
        if (javaType.dimensions() > 0) {
            return sql.equals("'{}'") ? Optional.of(file.imports().type("java.util.List") + ".of()") : Optional.empty();
        }
        Optional<String> enumClass = type.isDeclared() ? file.names().enumClass(type.name()) : Optional.empty();
        if (enumClass.isPresent()) {
            return string(sql).flatMap(label -> constant(label, enumClass.get()));
        }
        return switch (javaType.name()) {
            case "java.lang.Boolean" -> sql.equals("true") || sql.equals("false") ? Optional.of(sql) : Optional.empty();
            case "java.lang.Short" -> whole(sql, 5).map(number -> "(short) " + number);
            case "java.lang.Integer" -> whole(sql, 10);
            case "java.lang.Long" -> whole(sql, 19).map(number -> number + "L");
            case "java.lang.Double", "java.lang.Float" -> floating(sql);
            case "java.math.BigDecimal" -> decimal(sql);
            case "java.lang.String" -> string(sql).map(JavaText::of);
            default -> Optional.empty();
        };
    }

    /** A number that surely fits, being shorter than the largest one. */
    private static Optional<String> whole(String sql, int digits) {
        String plain = sql.replace("-", "");
        return WHOLE.matcher(sql).matches() && plain.length() < digits ? Optional.of(sql) : Optional.empty();
    }

    private Optional<String> floating(String sql) {
        if (!DECIMAL.matcher(sql).matches()) {
            return Optional.empty();
        }
        boolean isFloat = javaType.name().endsWith("Float");
        String printed = isFloat ? Float.toString(Float.parseFloat(sql)) : Double.toString(Double.parseDouble(sql));
        return printed.equals(sql) ? Optional.of(isFloat ? sql + "f" : sql) : Optional.empty();
    }

    private Optional<String> decimal(String sql) {
        if (!WHOLE.matcher(sql).matches() && !DECIMAL.matcher(sql).matches()) {
            return Optional.empty();
        }
        String decimal = file.imports().type("java.math.BigDecimal");
        boolean same = new BigDecimal(sql).toPlainString().equals(sql);
        return !same
                ? Optional.empty()
                : Optional.of(sql.equals("0") ? decimal + ".ZERO" : "new " + decimal + "(\"" + sql + "\")");
    }

    private Optional<String> constant(String label, String enumClass) {
        boolean known = file.schema().objects(dev.decant.model.enumtype.EnumType.KIND).stream()
                .anyMatch(
                        each -> each.name().equals(type.name()) && each.labels().contains(label));
        return known
                ? Optional.of(file.imports().type(enumClass)
                        + "."
                        + file.names().labelsOf(type.name()).of(label))
                : Optional.empty();
    }

    /** The text in a literal that the DSL would write the same way. */
    private static Optional<String> string(String sql) {
        List<Token> tokens = Lexer.code(sql, Syntax.POSTGRESQL);
        if (tokens.size() != 1 || tokens.getFirst().kind() != Token.Kind.STRING || !sql.startsWith("'")) {
            return Optional.empty();
        }
        String text = sql.substring(1, sql.length() - 1).replace("''", "'");
        return Syntax.POSTGRESQL.literal(text).equals(sql) ? Optional.of(text) : Optional.empty();
    }
}
