package dev.decant.dsl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Divides the rows of a PostgreSQL table among partitions: {@code RANGE (created_at)}, {@code LIST (lower(city))}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PartitionedBy {
    /** How, as behind the words {@code PARTITION BY}. */
    String value();
}
