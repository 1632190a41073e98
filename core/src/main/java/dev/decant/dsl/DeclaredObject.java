package dev.decant.dsl;

import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import java.util.Optional;

/** An object that is not a table, as a field of a {@link PgSchema} declares it, or of a table's class when it is a part of the table. */
public abstract sealed class DeclaredObject extends Declared
        permits Extension,
                Namespace,
                Sequence,
                EnumeratedType,
                View,
                Routine,
                TableObject,
                Rule,
                QualifiedObject,
                EventTrigger,
                ServerRole,
                DefaultAccess,
                RawObject {
    DeclaredObject() {}

    /** Its name where that is one among those of tables. */
    Optional<ObjectName> relation(String field, PgSchema holder) {
        return Optional.empty();
    }

    /** The object, which the field of this name holds. */
    abstract SchemaObject build(PgSchema owner, String field, Targets targets);
}
