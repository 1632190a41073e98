package dev.decant.emit;

import dev.decant.dsl.DeclaredAt;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names that the classes which are there give to things.
 *
 * @param places where they declare what
 * @param classNames all their classes, by their names with the package
 * @param constants the static field of a class that holds its one object, by the class's name with the package
 * @param labels the constants of an enum by their labels, by the enum's name with the package
 */
record ExistingCode(
        Map<Reference, DeclaredAt> places,
        List<String> classNames,
        Map<String, String> constants,
        Map<String, Map<String, String>> labels) {
    /** No class at all. */
    static final ExistingCode NONE = new ExistingCode(Map.of(), List.of(), Map.of(), Map.of());

    /** Copies everything. */
    ExistingCode {
        places = Map.copyOf(places);
        classNames = List.copyOf(classNames);
        constants = Map.copyOf(constants);
        labels = Map.copyOf(labels);
    }

    /** Where something is declared, if it is. */
    Optional<DeclaredAt> at(Reference reference) {
        return Optional.ofNullable(places.get(reference));
    }

    /** The fields that lead to the columns and parts of a table. */
    List<List<String>> pathsOf(ObjectName table) {
        return places.entrySet().stream()
                .filter(entry -> isPartOf(entry.getKey(), table))
                .map(entry -> entry.getValue().path())
                .toList();
    }

    private static boolean isPartOf(Reference reference, ObjectName table) {
        return reference instanceof Reference.ToColumn column && column.table().equals(table)
                || reference instanceof Reference.ToPart part && part.table().equals(table);
    }

    /** The static field that holds the one object of a class. */
    Optional<String> constantOf(String className) {
        return Optional.ofNullable(constants.get(className));
    }

    /** The constants of an enum by their labels. */
    Map<String, String> labelsOf(String className) {
        return labels.getOrDefault(className, Map.of());
    }
}
