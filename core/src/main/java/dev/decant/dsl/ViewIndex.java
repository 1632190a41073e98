package dev.decant.dsl;

import dev.decant.model.Expression;
import dev.decant.model.Index;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An index of a materialized view. */
public final class ViewIndex {
    private final String name;
    private final List<Index.Key> keys = new ArrayList<>();
    private final Map<String, String> storage = new LinkedHashMap<>();
    private boolean unique;
    private String method = "";
    private boolean nullsNotDistinct;
    private List<String> include = List.of();
    private Optional<Expression> predicate = Optional.empty();
    private String comment = "";

    ViewIndex(String name) {
        this.name = name;
    }

    /** Is sorted by these columns of the view, behind what it was sorted by before. */
    public ViewIndex on(String... columns) {
        for (String column : columns) {
            keys.add(Index.Key.of(column));
        }
        return this;
    }

    /** Is sorted by these keys, behind what it was sorted by before. */
    public ViewIndex on(ViewKey... more) {
        for (ViewKey key : more) {
            keys.add(key.key());
        }
        return this;
    }

    /** Lets no two rows share a key. */
    public ViewIndex unique() {
        unique = true;
        return this;
    }

    /** Uses another method than {@code btree}. */
    public ViewIndex using(String accessMethod) {
        method = accessMethod;
        return this;
    }

    /** Takes nulls for equal (PostgreSQL 15). */
    public ViewIndex nullsNotDistinct() {
        nullsNotDistinct = true;
        return this;
    }

    /** Keeps these columns beside the keys. */
    public ViewIndex include(String... columns) {
        include = List.of(columns);
        return this;
    }

    /** Holds only rows for which this SQL condition is true. */
    public ViewIndex where(String sql) {
        predicate = Optional.of(new Expression(sql));
        return this;
    }

    /** Sets a parameter of the method: {@code fillfactor}. */
    public ViewIndex with(String parameter, Object value) {
        storage.put(parameter, value.toString());
        return this;
    }

    /** Tells the database's users about the index. */
    public ViewIndex comment(String text) {
        comment = text;
        return this;
    }

    Index build() {
        return new Index(name, keys, unique, method, nullsNotDistinct, include, predicate, storage, comment);
    }
}
