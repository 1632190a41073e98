package dev.decant.emit;

import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.Table;
import java.util.Map;
import java.util.stream.Collectors;

/** An index as a field of its table's class. */
final class IndexCode {
    /** The method of an index that names none. */
    static final String USUAL_METHOD = "btree";

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
        String name = file.isUsual(table, index) ? "" : JavaText.quoted(index.name());
        Chain chain = Chain.of("index(" + name + ")").callIf(index.unique(), "unique");
        if (!index.method().equals(USUAL_METHOD)) {
            chain.call("using", JavaText.quoted(index.method()));
        }
        chain.call("on", index.keys().stream().map(this::key).toArray(String[]::new));
        if (!index.include().isEmpty()) {
            chain.call("include", index.include().stream().map(fields::column).toArray(String[]::new));
        }
        chain.callIf(index.nullsNotDistinct(), "nullsNotDistinct");
        index.predicate().ifPresent(rows -> chain.call("where", JavaText.of(rows.sql())));
        index.storage()
                .forEach((parameter, value) -> chain.call("with", JavaText.quoted(parameter), JavaText.value(value)));
        return new Member(file.dsl("Index"), fields.part(index), chain.comment(index.comment()));
    }

    /** A key as an argument. */
    String key(Index.Key key) {
        return key(key, subject(key.subject()), file);
    }

    /** A key over something, as an expression. */
    static String key(Index.Key key, String subject, FileCode file) {
        Chain chain = Chain.of(subject);
        key.collation().ifPresent(collation -> chain.call("collate", JavaText.quoted(collation.toString())));
        key.operatorClass().ifPresent(operators -> addOperators(operators, chain, file));
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

    private static void addOperators(Index.OperatorClass operators, Chain chain, FileCode file) {
        String name = JavaText.quoted(operators.name().toString());
        if (operators.parameters().isEmpty()) {
            chain.call("op", name);
        } else {
            chain.call("op", name, parameters(operators.parameters(), file));
        }
    }

    private static String parameters(Map<String, String> parameters, FileCode file) {
        return parameters.entrySet().stream()
                .map(entry -> JavaText.quoted(entry.getKey()) + ", " + JavaText.value(entry.getValue()))
                .collect(Collectors.joining(", ", file.imports().type("java.util.Map") + ".of(", ")"));
    }
}
