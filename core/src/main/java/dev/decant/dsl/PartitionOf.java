package dev.decant.dsl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a PostgreSQL table hold some of the rows of another. It has the other's columns, and declares only what is otherwise. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PartitionOf {
    /** The class of the table that divides its rows. */
    Class<? extends PgTable> value();

    /** Which rows: {@code FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')}, {@code FOR VALUES IN (1)}, {@code DEFAULT}. */
    String bound();
}
