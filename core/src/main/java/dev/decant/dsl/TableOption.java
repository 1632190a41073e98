package dev.decant.dsl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An option of a PostgreSQL table: a storage parameter by its own name ({@code fillfactor}), or one of {@code tablespace},
 * {@code access_method}, {@code replica_identity}, {@code of_type}, {@code trigger.NAME} where a trigger of the partitioned table runs otherwise on a partition, {@code checked.NAME} where a check that a parent has for new rows only holds
 * for all rows, and for foreign tables {@code server} and {@code option.NAME}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(TableOptions.class)
public @interface TableOption {
    /** The option. */
    String name();

    /** Its value. */
    String value();
}
