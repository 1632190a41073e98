package dev.decant.dsl;

import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A query under a name whose rows are kept until they are refreshed. */
public final class MaterializedView extends QualifiedObject<MaterializedView> {
    private final ViewColumns columns = new ViewColumns();
    private final List<Index> indexes = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private String query = "";
    private boolean populated = true;

    MaterializedView(String name) {
        super(name);
    }

    @Override
    MaterializedView self() {
        return this;
    }

    /** Keeps what this query finds. */
    public MaterializedView as(String sql) {
        query = sql;
        return this;
    }

    /** Has no rows until it is refreshed for the first time. */
    public MaterializedView withNoData() {
        populated = false;
        return this;
    }

    /** Names all columns of the view, in their order; without this they are called as the query calls them. */
    public MaterializedView columns(String... names) {
        columns.named(names);
        return this;
    }

    /** Tells the database's users about a column of the view; the columns must be listed. */
    public MaterializedView columnComment(String column, String comment) {
        columns.comment(column, comment);
        return this;
    }

    /**
     * Sets how a column is kept: {@code statistics}, {@code storage}, {@code compression}, {@code n_distinct}; the columns must be listed.
     */
    public MaterializedView columnOption(String column, String option, Object value) {
        columns.option(column, option, value.toString());
        return this;
    }

    /** Has this index. */
    public MaterializedView index(ViewIndex index) {
        indexes.add(index.build());
        return this;
    }

    /** Keeps its rows by another access method than {@code heap}. */
    public MaterializedView using(String accessMethod) {
        return with("access_method", accessMethod);
    }

    /** Keeps its rows in a tablespace. */
    public MaterializedView tablespace(String tablespace) {
        return with("tablespace", tablespace);
    }

    /** Sets a storage parameter: {@code fillfactor}. */
    public MaterializedView with(String parameter, Object value) {
        options.put(parameter, value.toString());
        return this;
    }

    @Override
    Optional<ObjectName> relation(String field, PgSchema holder) {
        return Optional.of(name(field, holder));
    }

    @Override
    dev.decant.model.view.MaterializedView build(PgSchema holder, String field, Targets targets) {
        ObjectName called = name(field, holder);
        return new dev.decant.model.view.MaterializedView(
                called,
                columns.build(holder, origin().line()),
                new Expression(ViewColumns.queryOf(query, called, this, holder)),
                populated,
                indexes,
                options,
                comment());
    }
}
