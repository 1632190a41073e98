package dev.decant.model.view;

import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Options;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A query under a name whose rows are kept.
 *
 * @param name its name
 * @param columns its columns in order; none when the schema leaves them to the query
 * @param query what it shows, without a semicolon
 * @param populated whether the rows are there
 * @param indexes its indexes, in the order of their names
 * @param options what the dialect knows of a materialized view, by its own keys
 * @param comment what users are told about it; may be empty
 */
public record MaterializedView(
        ObjectName name,
        List<ViewColumn> columns,
        Expression query,
        boolean populated,
        List<Index> indexes,
        Map<String, String> options,
        String comment)
        implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<MaterializedView> KIND = ObjectKind.of("materialized view", MaterializedView.class);

    /** Copies columns and options, sorts the indexes; refuses two columns or indexes of one name. */
    public MaterializedView {
        columns = List.copyOf(columns);
        indexes = indexes.stream().sorted(Comparator.comparing(Index::name)).toList();
        options = Options.copyOf(options);
        ViewColumn.requireDistinct(columns, name);
        Set<String> seen = new HashSet<>();
        for (Index index : indexes) {
            if (!seen.add(index.name())) {
                throw new IllegalArgumentException("two indexes of " + name + " are named " + index.name());
            }
        }
    }

    /** A materialized view with the columns of its query, with rows and without indexes. */
    public static MaterializedView of(ObjectName name, String query) {
        return new MaterializedView(name, List.of(), new Expression(query), true, List.of(), Map.of(), "");
    }

    @Override
    public ObjectKind<MaterializedView> kind() {
        return KIND;
    }

    @Override
    public MaterializedView withName(ObjectName other) {
        return new MaterializedView(other, columns, query, populated, indexes, options, comment);
    }

    /** The same with other columns. */
    public MaterializedView withColumns(List<ViewColumn> other) {
        return new MaterializedView(name, other, query, populated, indexes, options, comment);
    }

    /** The same with another query. */
    public MaterializedView withQuery(Expression other) {
        return new MaterializedView(name, columns, other, populated, indexes, options, comment);
    }

    /** The same with other indexes. */
    public MaterializedView withIndexes(List<Index> other) {
        return new MaterializedView(name, columns, query, populated, other, options, comment);
    }

    /** The same with other options. */
    public MaterializedView withOptions(Map<String, String> other) {
        return new MaterializedView(name, columns, query, populated, indexes, other, comment);
    }

    @Override
    public boolean resembles(SchemaObject other) {
        return other instanceof MaterializedView that && query.equals(that.query);
    }

    /** The names of its indexes are among those of tables too. */
    @Override
    public Set<Reference> provides() {
        Set<Reference> provided = new HashSet<>(
                Set.of(new Reference.ToObject(key()), new Reference.ToRelation(name), new Reference.ToType(name)));
        indexes.forEach(index -> provided.add(new Reference.ToRelation(name.withLocal(index.name()))));
        return provided;
    }

    /** The query, and what its indexes compute. */
    @Override
    public List<Expression> code() {
        List<Expression> code = new ArrayList<>(List.of(query));
        for (Index index : indexes) {
            index.predicate().ifPresent(code::add);
            for (Index.Key key : index.keys()) {
                if (key.subject() instanceof Index.Subject.OfExpression(Expression expression)) {
                    code.add(expression);
                }
            }
        }
        return List.copyOf(code);
    }

    @Override
    public MaterializedView following(Reference before, Reference after) {
        return withColumns(ViewColumn.following(columns, before, after));
    }

    @Override
    public MaterializedView withCode(UnaryOperator<Expression> change) {
        return withQuery(change.apply(query))
                .withIndexes(indexes.stream()
                        .map(index -> index.withPredicate(index.predicate().map(change))
                                .withKeys(index.keys().stream()
                                        .map(key -> withCode(key, change))
                                        .toList()))
                        .toList());
    }

    private static Index.Key withCode(Index.Key key, UnaryOperator<Expression> change) {
        return key.subject() instanceof Index.Subject.OfExpression(Expression expression)
                ? key.withSubject(new Index.Subject.OfExpression(change.apply(expression)))
                : key;
    }
}
