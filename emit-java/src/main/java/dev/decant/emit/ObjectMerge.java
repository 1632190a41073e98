package dev.decant.emit;

import dev.decant.model.SchemaObject;

/** Changes the fields of objects that are no tables in the classes that are there. */
final class ObjectMerge {
    private ObjectMerge() {}

    /** Gives the field of an object another value. */
    static void replace(FileEdit file, ParsedField field, SchemaObject wanted) {
        ObjectMember member = ObjectCodes.of(wanted).orElseThrow();
        file.replace(field, member.write().apply(file.code(), field.name()));
    }

    /** Adds a field behind the last one of a class. */
    static void add(FileEdit file, ParsedClass type, ObjectMember member, String field) {
        int place = type.fields().isEmpty()
                ? type.bodyStart()
                : type.fields().getLast().end();
        file.insert(place, member.write().apply(file.code(), field).text());
    }
}
