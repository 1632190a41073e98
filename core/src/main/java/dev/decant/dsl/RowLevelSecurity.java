package dev.decant.dsl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets the policies of a PostgreSQL table tell who sees which of its rows. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RowLevelSecurity {
    /** Whether they tell that of the table's owner too. */
    boolean forced() default false;
}
