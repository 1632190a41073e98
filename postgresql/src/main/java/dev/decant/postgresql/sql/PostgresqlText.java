package dev.decant.postgresql.sql;

import dev.decant.dialect.Statement;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.sql.Keywords;
import dev.decant.sql.Lexer;
import dev.decant.sql.Sql;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names, types and expressions as they stand in a statement. */
public final class PostgresqlText {
    public static final Syntax SYNTAX = Syntax.POSTGRESQL;

    /** Words that make an expression more than a b_expr of the grammar, which is all that DEFAULT takes without parentheses. */
    private static final Set<String> LOOSE = Set.of(
            "AND",
            "OR",
            "NOT",
            "IN",
            "LIKE",
            "ILIKE",
            "SIMILAR",
            "BETWEEN",
            "IS",
            "ISNULL",
            "NOTNULL",
            "AT",
            "COLLATE",
            "OVERLAPS");

    private PostgresqlText() {}

    public static Sql sql(String words) {
        return new Sql(SYNTAX).words(words);
    }

    public static Sql alterTable(ObjectName table) {
        return sql("ALTER TABLE").text(name(table));
    }

    public static Sql alterColumn(ObjectName table, String column) {
        return alterTable(table).words("ALTER COLUMN").name(column);
    }

    /** What alters a column of a table and leaves those of its children alone. */
    public static Sql alterColumnOnly(ObjectName table, String column) {
        return sql("ALTER TABLE ONLY").text(name(table)).words("ALTER COLUMN").name(column);
    }

    public static Statement statement(Sql sql) {
        return Statement.of(sql.toString());
    }

    public static String name(ObjectName name) {
        return SYNTAX.name(name.schema(), name.local());
    }

    public static String name(String local) {
        return SYNTAX.name(local);
    }

    public static String type(DataType type) {
        return type.isDeclared()
                ? type.render(name(type.name()))
                : type.render(type.name().local());
    }

    /** The name as a string from which the server reads a name: {@code 'public."Mixed_seq"'}. */
    public static String nameLiteral(ObjectName name) {
        return SYNTAX.literal(name(name));
    }

    /** The expression as it may stand behind DEFAULT. */
    public static String tight(Expression expression) {
        int depth = 0;
        for (Token token : Lexer.code(expression.sql(), SYNTAX)) {
            if (token.isSign("(") || token.isSign("[")) {
                depth++;
            } else if (token.isSign(")") || token.isSign("]")) {
                depth--;
            } else if (depth == 0 && LOOSE.stream().anyMatch(token::isWord)) {
                return "(" + expression.sql() + ")";
            }
        }
        return expression.sql();
    }

    /** Storage parameters: {@code (fillfactor = 70, m = 16)}. */
    public static Sql parameters(Sql sql, Map<String, String> parameters) {
        return sql.list(
                parameters.entrySet(),
                (inside, entry) ->
                        inside.text(parameterName(entry.getKey())).words("=").text(parameterValue(entry.getValue())));
    }

    /** The names of storage parameters: {@code (fillfactor, toast.autovacuum_enabled)}. */
    public static Sql parameterNames(Sql sql, List<String> names) {
        return sql.list(names, (inside, name) -> inside.text(parameterName(name)));
    }

    /**
     * What turns some storage parameters into others: RESET for those that go, SET for those that come or change.
     *
     * @param alter the statement up to there
     */
    public static List<Sql> changedParameters(String alter, Map<String, String> before, Map<String, String> after) {
        List<Sql> statements = new ArrayList<>();
        if (before.equals(after)) {
            return statements;
        }
        List<String> gone =
                before.keySet().stream().filter(key -> !after.containsKey(key)).toList();
        if (!gone.isEmpty()) {
            statements.add(parameterNames(sql(alter).words("RESET"), gone));
        }
        Map<String, String> set = toSet(before, after);
        if (!set.isEmpty()) {
            statements.add(parameters(sql(alter).words("SET"), set));
        }
        return statements;
    }

    /** What has to be set: all from the first on that is not there, or not in its place, for what is set moves to the end. */
    public static Map<String, String> toSet(Map<String, String> before, Map<String, String> after) {
        Map<String, String> set = new LinkedHashMap<>();
        List<String> there = List.copyOf(before.keySet());
        int last = -1;
        for (Map.Entry<String, String> each : after.entrySet()) {
            int place = there.indexOf(each.getKey());
            if (set.isEmpty() && place > last && each.getValue().equals(before.get(each.getKey()))) {
                last = place;
            } else {
                set.put(each.getKey(), each.getValue());
            }
        }
        return set;
    }

    private static String parameterName(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name(name) : name.substring(0, dot) + "." + name(name.substring(dot + 1));
    }

    private static String parameterValue(String value) {
        boolean number = value.matches("-?[0-9]+(\\.[0-9]+)?");
        boolean word = value.matches("[a-z][a-z_0-9]*") && !keywords().isReserved(value);
        return number || word || Set.of("on", "true", "false").contains(value) ? value : SYNTAX.literal(value);
    }

    private static Keywords keywords() {
        return SYNTAX.keywords();
    }
}
