package dev.decant.emit;

import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.Table;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An index as a field of its table's class. */
final class IndexCode {
    private static final String USUAL_METHOD = "btree";
    private static final Pattern NUMBER_OR_TRUTH = Pattern.compile("-?[0-9]{1,9}|true|false");

    private final FileCode file;
    private final Table table;
    private final TableFields fields;

    IndexCode(FileCode file, Table table) {
        this.file = file;
        this.table = table;
        this.fields = file.names().fieldsOf(table.name());
    }

    /** The field. */
    Member member(Index index) {
        String name = index.name().equals(file.usual().of(table, index)) ? "" : JavaText.quoted(index.name());
        Chain chain = Chain.of("index(" + name + ")").callIf(index.unique(), "unique");
        if (!index.method().equals(USUAL_METHOD)) {
            chain.call("using", JavaText.quoted(index.method()));
        }
        chain.call("on", index.keys().stream().map(this::key).toArray(String[]::new));
        if (!index.include().isEmpty()) {
            chain.call("include", index.include().stream().map(fields::column).toArray(String[]::new));
        }
        chain.callIf(index.nullsNotDistinct(), "nullsNotDistinct");
        index.predicate()
                .ifPresent(rows -> chain.call("where", JavaText.of(rows.sql())));
        index.storage().forEach((parameter, value) -> chain.call("with", JavaText.quoted(parameter), value(value)));
        return new Member(file.dsl("Index"), fields.part(index), chain.comment(index.comment()));
    }

    /** A key as an argument. */
    String key(Index.Key key) {
        Chain chain = Chain.of(subject(key.subject()));
        key.collation().ifPresent(collation -> chain.call("collate", JavaText.quoted(collation.toString())));
        key.operatorClass().ifPresent(operators -> addOperators(operators, chain));
        chain.callIf(key.descending(), "desc");
        switch (key.nulls()) {
            case DEFAULT -> {}
            case FIRST -> chain.call("nullsFirst");
            case LAST -> chain.call("nullsLast");
        }
        return chain.toString();
    }

    private String subject(Index.Subject subject) {
        return switch (subject) {
            case Index.Subject.OfColumn(String column) -> fields.column(column);
            case Index.Subject.OfExpression(Expression expression) -> "sql(" + JavaText.of(expression.sql()) + ")";
        };
    }

    private void addOperators(Index.OperatorClass operators, Chain chain) {
        String name = JavaText.quoted(operators.name().toString());
        if (operators.parameters().isEmpty()) {
            chain.call("op", name);
        } else {
            chain.call("op", name, parameters(operators.parameters()));
        }
    }

    private String parameters(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> JavaText.quoted(entry.getKey()) + ", " + value(entry.getValue()))
                .collect(Collectors.joining(", ", file.imports().type("java.util.Map") + ".of(", ")"));
    }

    private static String value(String text) {
        return NUMBER_OR_TRUTH.matcher(text).matches() ? text : JavaText.quoted(text);
    }
}
