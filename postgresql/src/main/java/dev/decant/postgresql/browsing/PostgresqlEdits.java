package dev.decant.postgresql.browsing;

import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.BoundSqlBuilder;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.database.browsing.RowEdit;
import dev.decant.database.browsing.RowEdit.Written;
import dev.decant.model.ObjectName;
import dev.decant.postgresql.run.PostgresqlAnswer;
import dev.decant.sql.Syntax;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements that write one row each. */
final class PostgresqlEdits {
    /** Types whose equality is that of their texts, as people see it. */
    private static final Set<String> PLAIN = PostgresqlScalars.and("text", "varchar", "bytea");

    /** The bits of tgtype: pg_trigger.h. */
    private static final Map<String, Integer> TRIGGER_BITS = Map.of("insert", 4, "delete", 8, "update", 16);

    private final Relation relation;

    PostgresqlEdits(Relation relation) {
        this.relation = relation;
    }

    BoundSql sql(RowEdit edit) {
        BoundSqlBuilder sql = new BoundSqlBuilder(Syntax.POSTGRESQL);
        switch (edit) {
            case RowEdit.Insert(var values) -> insert(sql, values);
            case RowEdit.Update(var key, var old, var values) -> {
                sql.words("UPDATE ").name(relation.name()).words("SET ");
                set(sql, values);
                where(sql, key, old);
            }
            case RowEdit.Delete(var key, var old) -> {
                sql.words("DELETE FROM ").name(relation.name());
                where(sql, key, old);
            }
        }
        String key = relation.rowKey().orElseThrow().stream()
                .map(name -> PostgresqlValues.text(column(name)))
                .collect(Collectors.joining(", "));
        return sql.hidden(" RETURNING " + key).build();
    }

    String insertion(List<String> columns) {
        BoundSqlBuilder sql = new BoundSqlBuilder(Syntax.POSTGRESQL);
        Map<String, Written> values = new LinkedHashMap<>();
        columns.forEach(name -> values.put(name, new Written.Text("")));
        insert(sql, values);
        return sql.build().sql();
    }

    private RelationColumn column(String name) {
        return relation.column(name).orElseThrow();
    }

    private void insert(BoundSqlBuilder sql, Map<String, Written> values) {
        sql.words("INSERT INTO ").name(relation.name());
        if (values.isEmpty()) {
            sql.words("DEFAULT VALUES");
            return;
        }
        sql.add(" (").names(List.copyOf(values.keySet())).add(")");
        boolean numbered = values.entrySet().stream()
                .anyMatch(each -> column(each.getKey()).identity().equals("always")
                        && !(each.getValue() instanceof Written.Default));
        sql.words(numbered ? "OVERRIDING SYSTEM VALUE VALUES (" : "VALUES (");
        String comma = "";
        for (Map.Entry<String, Written> value : values.entrySet()) {
            sql.add(comma);
            written(sql, column(value.getKey()), value.getValue());
            comma = ", ";
        }
        sql.add(")");
    }

    private void set(BoundSqlBuilder sql, Map<String, Written> values) {
        String comma = "";
        for (Map.Entry<String, Written> value : values.entrySet()) {
            sql.add(comma).name(value.getKey()).add(" = ");
            written(sql, column(value.getKey()), value.getValue());
            comma = ", ";
        }
    }

    private static void written(BoundSqlBuilder sql, RelationColumn column, Written value) {
        switch (value) {
            case Written.Text(String text) -> sql.value(text, column.plainType());
            case Written.Nothing() -> sql.add("NULL");
            case Written.Default() -> sql.add("DEFAULT");
        }
    }

    private void where(BoundSqlBuilder sql, Map<String, String> key, Map<String, Written> old) {
        sql.words("WHERE ");
        String and = "";
        for (Map.Entry<String, String> value : key.entrySet()) {
            sql.add(and)
                    .name(value.getKey())
                    .add(" = ")
                    .value(value.getValue(), column(value.getKey()).plainType());
            and = " AND ";
        }
        for (Map.Entry<String, Written> value : old.entrySet()) {
            sql.add(and);
            still(sql, column(value.getKey()), value.getValue());
        }
    }

    /** That a column still has what was shown of it. */
    private static void still(BoundSqlBuilder sql, RelationColumn column, Written value) {
        String name = Syntax.POSTGRESQL.name(column.name());
        switch (value) {
            case Written.Text(String text)
            when PLAIN.contains(column.base()) -> sql.add(name + " = ").value(text, column.plainType());
            case Written.Text(String text) ->
                sql.add("format('%s', " + name + ") = ").value(text, "text");
            case Written.Nothing() -> sql.add(name + " IS NULL");
            case Written.Default() -> sql.add("true");
        }
    }

    static List<String> triggers(Connection connection, ObjectName table, String word) throws SQLException {
        Syntax syntax = Syntax.POSTGRESQL;
        return PostgresqlAnswer.all(
                connection,
                "SELECT t.tgname FROM pg_catalog.pg_trigger t WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype::int & "
                        + TRIGGER_BITS.getOrDefault(word, 0)
                        + " <> 0 AND t.tgrelid = pg_catalog.to_regclass(?) ORDER BY 1",
                syntax.quoted(table.schema()) + "." + syntax.quoted(table.local()));
    }
}
