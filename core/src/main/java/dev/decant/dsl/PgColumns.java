package dev.decant.dsl;

import java.util.Optional;

/**
 * A group of columns that PostgreSQL tables include, and the types of PostgreSQL's columns, which are many: each family of them has a class
 * above this one.
 *
 * <p>{@link #raw(String, Class)} stands for every type that has no method here.
 */
public abstract non-sealed class PgColumns extends PgCatalogueTypes {
    /** A group of columns. */
    protected PgColumns() {
        this(Optional.empty(), Optional.empty());
    }

    PgColumns(Optional<String> schema, Optional<String> name) {
        super(schema, name);
    }

    /** Puts the columns of a group here. */
    protected final <G extends PgColumns> G include(G group) {
        return included("", group);
    }

    /** Puts the columns of a group here, their names beginning with a prefix. */
    protected final <G extends PgColumns> G include(String prefix, G group) {
        return included(prefix, group);
    }

    /** Vectors of pgvector, of any dimension. */
    protected final PgColumn<float[]> vector() {
        return column("vector");
    }

    /** Vectors of pgvector, of so many dimensions. */
    protected final PgColumn<float[]> vector(int dimensions) {
        return column("vector", positive(dimensions));
    }

    /** Vectors of pgvector in half precision, of any dimension. */
    protected final PgColumn<float[]> halfvec() {
        return column("halfvec");
    }

    /** Vectors of pgvector in half precision, of so many dimensions. */
    protected final PgColumn<float[]> halfvec(int dimensions) {
        return column("halfvec", positive(dimensions));
    }

    /** Sparse vectors of pgvector, of any dimension. */
    protected final PgColumn<String> sparsevec() {
        return column("sparsevec");
    }

    /** Sparse vectors of pgvector, of so many dimensions. */
    protected final PgColumn<String> sparsevec(int dimensions) {
        return column("sparsevec", positive(dimensions));
    }
}
