package dev.decant.dsl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An index of a PostgreSQL table. */
public final class PgIndex extends Index {
    private final Map<String, String> storage = new LinkedHashMap<>();
    private final List<ColumnDraft> included = new ArrayList<>();
    private boolean nullsNotDistinct;

    private PgIndex(Start start, List<IndexKey> keys) {
        super(start.name, start.unique, start.method, keys);
    }

    /** Holds only the rows that satisfy a condition. */
    public PgIndex where(String condition) {
        return where(SqlExpression.of(condition));
    }

    /** Holds only the rows that satisfy a condition. */
    public PgIndex where(SqlExpression condition) {
        setPredicate(condition);
        return this;
    }

    /** Keeps these columns beside the keys. */
    public PgIndex include(Column<?>... columns) {
        for (Column<?> column : columns) {
            included.add(column.draft());
        }
        return this;
    }

    /** Sets a storage parameter. */
    public PgIndex with(String parameter, Object value) {
        storage.put(parameter, value.toString());
        return this;
    }

    /** Counts nulls as equal. */
    public PgIndex nullsNotDistinct() {
        nullsNotDistinct = true;
        return this;
    }

    /** Tells the database's users about the index. */
    public PgIndex comment(String comment) {
        setComment(comment);
        return this;
    }

    @Override
    public PgIndex renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    @Override
    List<ColumnDraft> included() {
        return included;
    }

    @Override
    boolean hasNullsNotDistinct() {
        return nullsNotDistinct;
    }

    @Override
    Map<String, String> storage() {
        return storage;
    }

    /** An index of which is not yet said what it sorts. */
    public static final class Start {
        private final String name;
        private boolean unique;
        private String method = "btree";

        Start(String name) {
            this.name = name;
        }

        /** Lets no two rows share a key. */
        public Start unique() {
            unique = true;
            return this;
        }

        /** Uses another access method than {@code btree}. */
        public Start using(String accessMethod) {
            method = accessMethod;
            return this;
        }

        /** Sorts by these keys. */
        public PgIndex on(IndexKey... keys) {
            return new PgIndex(this, List.of(keys));
        }
    }
}
