package dev.decant.sqlite;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A schema in the one spelling that is kept: what SQLite takes for the same is equal, and what it cannot keep (comments) is gone. */
final class SqliteCanonical {
    private final Map<String, Table> tables = new HashMap<>();
    private final Schema schema;

    private SqliteCanonical(Schema schema) {
        this.schema = schema;
        schema.tables().values().forEach(table -> tables.put(key(table.name()), table));
    }

    static Schema canonical(Schema schema) {
        return new SqliteCanonical(schema).canonical();
    }

    private Schema canonical() {
        List<Table> all = schema.tables().values().stream().map(this::table).toList();
        return Schema.of(all, schema.objects().values());
    }

    private static String key(ObjectName name) {
        ObjectName plain = SqliteNames.table(name);
        return SqliteNames.key(plain.schema()) + "." + SqliteNames.key(plain.local());
    }

    private Table table(Table table) {
        NameScope scope = NameScope.of(table);
        Table spelled = new Table(
                SqliteNames.table(table.name()),
                table.columns().stream().map(column -> column(column, scope)).toList(),
                table.constraints().stream()
                        .map(part -> constraint(part, scope))
                        .toList(),
                table.indexes().stream().map(index -> index(index, scope)).toList(),
                SqliteOptions.canonical(table.options()),
                "");
        return spelled.withColumns(spelled.columns().stream()
                .map(column -> SqliteKeys.excludesNull(spelled, column.name()) ? column.withNullable(false) : column)
                .toList());
    }

    private static Column column(Column column, NameScope scope) {
        return new Column(
                column.name(), SqliteTypes.canonical(column.type()), column.nullable(), fill(column.fill(), scope), "");
    }

    private static Fill fill(Fill fill, NameScope scope) {
        return switch (fill) {
            case Fill.Default(Expression value) -> SqliteDefaults.canonical(value);
            case Fill.Generated(Expression value, boolean stored) ->
                new Fill.Generated(SqliteExpressions.canonical(value, scope), stored);
            case Fill.Nothing nothing -> nothing;
            case Fill.Identity identity -> identity;
            case Fill.Serial serial -> serial;
            case Fill.AutoIncrement counted -> counted;
        };
    }

    private Constraint constraint(Constraint constraint, NameScope scope) {
        return switch (constraint.withComment("")) {
            case Constraint.PrimaryKey key -> key.withColumns(scope.spelled(key.columns()), key.include());
            case Constraint.Unique unique -> unique.withColumns(scope.spelled(unique.columns()), unique.include());
            case ForeignKey key -> foreignKey(key, scope);
            case Constraint.Check check -> check.withCondition(SqliteExpressions.canonical(check.condition(), scope));
            case Constraint.Exclusion exclusion -> exclusion;
        };
    }

    private ForeignKey foreignKey(ForeignKey key, NameScope scope) {
        Optional<Table> target = Optional.ofNullable(tables.get(key(key.target())));
        return key.withEnds(
                scope.spelled(key.columns()),
                SqliteNames.table(target.map(Table::name).orElse(key.target())),
                target.map(table -> NameScope.of(table).spelled(key.targetColumns()))
                        .orElse(key.targetColumns()));
    }

    private static Index index(Index index, NameScope scope) {
        return new Index(
                index.name(),
                index.keys().stream().map(key -> key(key, scope)).toList(),
                index.unique(),
                index.method().equalsIgnoreCase("btree") ? "" : index.method(),
                index.nullsNotDistinct(),
                index.include(),
                index.predicate().map(predicate -> SqliteExpressions.canonical(predicate, scope)),
                index.storage(),
                "");
    }

    private static Index.Key key(Index.Key key, NameScope scope) {
        return key.withSubject(subject(key.subject(), scope))
                .withNulls(nulls(key))
                .withCollation(key.collation().map(SqliteCanonical::collation));
    }

    private static ObjectName collation(ObjectName name) {
        return ObjectName.of(SqliteNames.upper(name.local()));
    }

    private static Index.Subject subject(Index.Subject subject, NameScope scope) {
        return switch (subject) {
            case Index.Subject.OfColumn(String column) -> new Index.Subject.OfColumn(scope.spelled(column));
            case Index.Subject.OfExpression(Expression expression) ->
                expression(SqliteExpressions.canonical(expression, scope), scope);
        };
    }

    /** An expression that is a column and nothing else is the column. */
    private static Index.Subject expression(Expression expression, NameScope scope) {
        return scope.columns().values().stream()
                .filter(column -> SqliteExpressions.name(column).equals(expression.sql()))
                .findFirst()
                .<Index.Subject>map(Index.Subject.OfColumn::new)
                .orElseGet(() -> new Index.Subject.OfExpression(expression));
    }

    /** SQLite takes null for smaller than all else. */
    private static Index.Nulls nulls(Index.Key key) {
        Index.Nulls usual = key.descending() ? Index.Nulls.LAST : Index.Nulls.FIRST;
        return key.nulls() == usual ? Index.Nulls.DEFAULT : key.nulls();
    }
}
