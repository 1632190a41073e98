package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Conversion;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.postgresql.sql.PostgresqlConversions;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What tells a foreign table from others: its server, and options of it and of its columns that the server's wrapper understands. */
public final class PostgresqlForeign {
    /** The option of a table that names the foreign server which holds its rows. */
    public static final String SERVER = "server";
    /** Begins the keys of options that are the foreign server's. */
    public static final String OPTION = "option.";

    private PostgresqlForeign() {}

    public static boolean isForeign(Map<String, String> table) {
        return table.containsKey(SERVER);
    }

    /** The foreign server that holds the rows, if one does. */
    public static Optional<String> server(Map<String, String> table) {
        return Optional.ofNullable(table.get(SERVER));
    }

    /** The foreign server's options among those of a table or column, by the names that it knows. */
    static Map<String, String> options(Map<String, String> all) {
        Map<String, String> options = new TreeMap<>();
        all.forEach((key, value) -> {
            if (key.startsWith(OPTION)) {
                options.put(key.substring(OPTION.length()), value);
            }
        });
        return options;
    }

    /** The options of a new table or column. */
    static void write(Sql sql, Map<String, String> all) {
        Map<String, String> options = options(all);
        sql.when(
                !options.isEmpty(),
                more -> more.words("OPTIONS")
                        .list(
                                options.entrySet(),
                                (item, option) -> item.name(option.getKey()).literal(option.getValue())));
    }

    /** Whether a column comes anew to become another: the server would ask how its values do, and they are another server's. */
    public static boolean replaces(Column before, Column after) {
        return PostgresqlVirtualColumns.becomesPlain(before, after)
                || after.fill() instanceof Fill.Generated && !after.fill().equals(before.fill())
                || !(PostgresqlConversions.of(before, after.type()) instanceof Conversion.Known(Expression value)
                        && isSame(before, value));
    }

    private static boolean isSame(Column column, Expression value) {
        return value.sql().equals(name(column.name())) || PostgresqlConversions.isWritten(column, value);
    }

    /** A column made another, without a word about its values. */
    static List<Statement> alterColumn(ObjectName table, Column before, Column after, SchemaView state) {
        if (replaces(before, after)) {
            List<Statement> statements = new ArrayList<>(PostgresqlColumns.drop(table, before));
            statements.addAll(PostgresqlColumns.add(table, after, state));
            return statements;
        }
        Expression same = new Expression(name(before.name()));
        return PostgresqlColumns.alter(table, before, after, Optional.of(same), false, PostgresqlCountedRows.NONE);
    }

    static List<Statement> alterColumn(ObjectName table, Column before, Column after) {
        return alter(
                table, alterForeign(table).words("ALTER COLUMN").name(after.name()), before.options(), after.options());
    }

    static List<Statement> alterTable(ObjectName table, Map<String, String> before, Map<String, String> after) {
        return alter(table, alterForeign(table), before, after);
    }

    static Sql alterForeign(ObjectName table) {
        return PostgresqlText.sql("ALTER FOREIGN TABLE").text(name(table));
    }

    private static List<Statement> alter(
            ObjectName table, Sql beginning, Map<String, String> before, Map<String, String> after) {
        List<String> changes = changes(options(before), options(after));
        return changes.isEmpty()
                ? List.of()
                : List.of(statement(beginning.words("OPTIONS").list(changes, Sql::text))
                        .explained(PostgresqlLocks.moment(table)));
    }

    /** What makes some options others, as it stands behind OPTIONS. */
    static List<String> changes(Map<String, String> before, Map<String, String> after) {
        List<String> changes = new ArrayList<>();
        before.keySet().stream()
                .filter(key -> !after.containsKey(key))
                .forEach(key -> changes.add("DROP " + name(key)));
        after.forEach((key, value) -> {
            if (!value.equals(before.get(key))) {
                String verb = before.containsKey(key) ? "SET " : "ADD ";
                changes.add(verb + name(key) + " " + PostgresqlText.SYNTAX.literal(value));
            }
        });
        return changes;
    }
}
