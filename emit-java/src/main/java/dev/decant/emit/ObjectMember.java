package dev.decant.emit;

import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * An object as a field of a class that extends {@code PgSchema}.
 *
 * @param object the object
 * @param rank its kind's place among the kinds
 * @param className the class in which objects of its kind stand
 * @param table the table in whose class it stands instead, if that is one of the schema
 * @param wanted what a person would call the field
 * @param declared whether it needs a field
 * @param write makes the field, given its name
 */
record ObjectMember(
        SchemaObject object,
        int rank,
        String className,
        Optional<ObjectName> table,
        String wanted,
        Predicate<FileCode> declared,
        BiFunction<FileCode, String, Member> write) {
    /** The table in whose class it stands. */
    Optional<ObjectName> tableIn(FileCode file) {
        return table.filter(name -> file.schema().table(name).isPresent());
    }

    static <T extends SchemaObject> ObjectMember of(ObjectCode<T> code, SchemaObject object) {
        T typed = code.type().cast(object);
        return new ObjectMember(
                object,
                ObjectCodes.all().indexOf(code),
                code.className(),
                code.table(typed),
                code.field(typed),
                file -> code.isDeclared(typed, file),
                (file, field) -> new Member(file.dsl(code.fieldType()), field, code.chain(typed, field, file)));
    }
}
