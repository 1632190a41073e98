package dev.decant.dsl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives a PostgreSQL table the columns of others, whose queries find its rows too: {@code INHERITS}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Inherits {
    /** The classes of the others, in order. */
    Class<? extends PgTable>[] value();

    /**
     * The columns that the others give the table and that it declares for itself besides, by their names in the database: these stay with the
     * table when the others lose them.
     */
    String[] declaredColumns() default {};

    /** The checks that the others give the table and that it declares for itself besides. */
    String[] declaredChecks() default {};
}
