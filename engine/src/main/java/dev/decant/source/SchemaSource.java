package dev.decant.source;

import dev.decant.model.FormerName;
import dev.decant.model.Schema;
import java.util.List;

/** Something that a schema can be read from: Java code, a database, the migrations folder, an SQL file, nothing. */
public interface SchemaSource {
    /**
     * The schema, read now or before by this object.
     *
     * @throws dev.decant.failure.DecantException when there is none to be read, with everything that is wrong
     */
    Schema read();

    /** What things were called before, as the source says; nothing where it cannot say. */
    default List<FormerName> formerNames() {
        return List.of();
    }

    /** What and where it is, for messages: {@code the Java code in src/main/java/db}. */
    String describe();
}
