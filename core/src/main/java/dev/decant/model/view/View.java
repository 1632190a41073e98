package dev.decant.model.view;

import dev.decant.model.Expression;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Options;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A query under a name, which is run whenever the name is read.
 *
 * @param name its name
 * @param columns its columns in order; none when the schema leaves them to the query
 * @param query what it shows, without a semicolon
 * @param options what the dialect knows of a view, by its own keys: {@code check_option}, {@code security_barrier}
 * @param comment what users are told about it; may be empty
 */
public record View(
        ObjectName name, List<ViewColumn> columns, Expression query, Map<String, String> options, String comment)
        implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<View> KIND = ObjectKind.of("view", View.class);

    /** Copies columns and options; refuses two columns of one name. */
    public View {
        columns = List.copyOf(columns);
        options = Options.copyOf(options);
        ViewColumn.requireDistinct(columns, name);
    }

    /** A view with the columns of its query and no options. */
    public static View of(ObjectName name, String query) {
        return new View(name, List.of(), new Expression(query), Map.of(), "");
    }

    @Override
    public ObjectKind<View> kind() {
        return KIND;
    }

    @Override
    public View withName(ObjectName other) {
        return new View(other, columns, query, options, comment);
    }

    /** The same with other columns. */
    public View withColumns(List<ViewColumn> other) {
        return new View(name, other, query, options, comment);
    }

    /** The same with another query. */
    public View withQuery(Expression other) {
        return new View(name, columns, other, options, comment);
    }

    /** The same with other options. */
    public View withOptions(Map<String, String> other) {
        return new View(name, columns, query, other, comment);
    }

    @Override
    public boolean resembles(SchemaObject other) {
        return other instanceof View that && query.equals(that.query);
    }

    @Override
    public Set<Reference> provides() {
        return Set.of(new Reference.ToObject(key()), new Reference.ToRelation(name), new Reference.ToType(name));
    }

    @Override
    public List<Expression> code() {
        return Stream.concat(Stream.of(query), columns.stream().flatMap(column -> column.fill().stream()))
                .toList();
    }

    @Override
    public View following(Reference before, Reference after) {
        return withColumns(ViewColumn.following(columns, before, after));
    }

    @Override
    public View withCode(UnaryOperator<Expression> change) {
        return new View(
                name,
                columns.stream()
                        .map(column -> column.withFill(column.fill().map(change)))
                        .toList(),
                change.apply(query),
                options,
                comment);
    }
}
