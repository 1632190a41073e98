package org.omi.odr.db;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ReferentialAction;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A schema in the notation of {@code facts.txt}. */
final class DeclaredFacts {
    private DeclaredFacts() {}

    static List<String> of(Schema schema) {
        List<String> facts = new ArrayList<>();
        schema.objects(EnumType.KIND).forEach(type -> facts.add(fact(type)));
        schema.tables().values().forEach(table -> facts.addAll(facts(table)));
        return facts;
    }

    private static String fact(EnumType type) {
        return "enum " + type.name().local() + ": " + String.join(", ", type.labels());
    }

    private static List<String> facts(Table table) {
        List<String> facts = new ArrayList<>();
        facts.add("table " + table.name().local());
        table.columns().forEach(column -> facts.add("    " + fact(column)));
        Stream.concat(
                        table.constraints().stream().map(DeclaredFacts::fact),
                        table.indexes().stream().map(DeclaredFacts::fact))
                .sorted()
                .forEach(part -> facts.add("    " + part));
        return facts;
    }

    private static String fact(Column column) {
        String refusal = column.nullable() ? "" : " not null";
        String type = Facts.type(column.type().toString());
        return switch (column.fill()) {
            case Fill.Nothing nothing -> column.name() + " " + type + refusal;
            case Fill.Serial serial when type.equals("integer") -> column.name() + " serial" + refusal;
            case Fill.Default(var value) -> column.name() + " " + type + refusal + " default " + value;
            case Fill other -> column.name() + " " + type + refusal + " filled by " + other;
        };
    }

    private static String fact(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> "primary key " + key.name() + list(key.columns());
            case Constraint.Unique unique -> "unique " + unique.name() + list(unique.columns());
            case Constraint.ForeignKey key
            when doesNothing(key) ->
                "foreign key " + key.name() + list(key.columns()) + " references "
                        + key.target().local() + list(key.targetColumns());
            case Constraint other -> other.toString();
        };
    }

    private static boolean doesNothing(Constraint.ForeignKey key) {
        return key.onUpdate() == ReferentialAction.NO_ACTION && key.onDelete() == ReferentialAction.NO_ACTION;
    }

    private static String fact(Index index) {
        List<String> keys = index.keys().stream().map(DeclaredFacts::fact).toList();
        String unique = index.unique() ? "unique " : "";
        return unique + "index " + index.name() + " using " + index.method() + list(keys);
    }

    private static String fact(Index.Key key) {
        String subject = switch (key.subject()) {
            case Index.Subject.OfColumn(String column) -> column;
            case Index.Subject.OfExpression(var expression) -> "(" + expression + ")";
        };
        return key.operatorClass()
                .map(operators -> subject + " " + operators.name())
                .orElse(subject);
    }

    private static String list(List<String> names) {
        return names.stream().collect(Collectors.joining(", ", " (", ")"));
    }
}
