package dev.decant.dsl;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;

/** Builds the model from the classes that a user wrote. */
public final class Declarations {
    private Declarations() {}

    /**
     * What these classes say; a class that is part of no schema is passed over.
     *
     * @throws dev.decant.failure.DecantException with everything that is wrong
     */
    public static Declaration of(Class<?>... classes) {
        return of(Arrays.asList(classes));
    }

    /**
     * What these classes say; a class that is part of no schema is passed over.
     *
     * @throws dev.decant.failure.DecantException with everything that is wrong
     */
    public static Declaration of(Collection<? extends Class<?>> classes) {
        Instances instances =
                Instances.of(classes.stream().filter(Declarations::isPart).toList());
        return new SchemaAssembly(instances).declaration();
    }

    /** Whether a class is one of a schema's: a table or a set of other objects, and not abstract. */
    public static boolean isPart(Class<?> type) {
        boolean root = PgTable.class.isAssignableFrom(type)
                || SqliteTable.class.isAssignableFrom(type)
                || PgSchema.class.isAssignableFrom(type);
        return root && !Modifier.isAbstract(type.getModifiers());
    }
}
