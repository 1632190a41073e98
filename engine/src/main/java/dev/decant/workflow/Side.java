package dev.decant.workflow;

import dev.decant.config.Environment;
import java.nio.file.Path;

/** One of the two things that are compared, as somebody named it; nothing is read before it is asked for. */
public sealed interface Side {
    /** The schema with nothing in it. */
    record Nothing() implements Side {}

    /** The schema in the code of the project. */
    record Code() implements Side {}

    /** The state that the migrations of the project lead to. */
    record Migrations() implements Side {}

    /** The state that one of the migrations of the project leads to, with all that it rests on. */
    record At(String migration) implements Side {}

    /** The state that the migrations lead to which ran in a database. */
    record Ran(Environment environment) implements Side {}

    /** A database as it is. */
    record Live(Environment environment) implements Side {}

    /** A file of SQL, or a folder of such files, that makes a schema in an empty database. */
    record SqlFile(Path path) implements Side {}

    /** Some folder with the Java source of a schema. */
    record JavaFolder(Path path) implements Side {}

    /** Some folder of migrations. */
    record MigrationFolder(Path path) implements Side {}
}
