package dev.decant.emit;

import dev.decant.dsl.DeclaredAt;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names that the classes which are there give to things.
 *
 * @param places where they declare what
 * @param classNames all their classes, by their names with the package
 * @param constants the static field of a class that holds its one object, by the class's name with the package
 * @param fields the fields of each class, by its binary name
 * @param labels the constants of an enum by their labels, by the enum's name with the package
 */
record ExistingCode(
        Map<Reference, DeclaredAt> places,
        List<String> classNames,
        Map<String, String> constants,
        Map<String, List<String>> fields,
        Map<String, Map<String, String>> labels) {
    /** No class at all. */
    static final ExistingCode NONE = new ExistingCode(Map.of(), List.of(), Map.of(), Map.of(), Map.of());

    /** Copies everything. */
    ExistingCode {
        places = Map.copyOf(places);
        classNames = List.copyOf(classNames);
        constants = Map.copyOf(constants);
        fields = Map.copyOf(fields);
        labels = Map.copyOf(labels);
    }

    /** Where something is declared, if it is. */
    Optional<DeclaredAt> at(Reference reference) {
        return Optional.ofNullable(places.get(reference));
    }

    /** The names of all fields of a table's class, and of those at the beginning of the paths to its columns and parts. */
    Set<String> fieldsOf(ObjectName table) {
        Set<String> names = new HashSet<>();
        at(new Reference.ToTable(table))
                .map(place -> fields.getOrDefault(place.className(), List.of()))
                .ifPresent(names::addAll);
        places.entrySet().stream()
                .filter(entry -> isPartOf(entry.getKey(), table))
                .forEach(entry -> names.add(entry.getValue().path().getFirst()));
        return names;
    }

    private static boolean isPartOf(Reference reference, ObjectName table) {
        return reference instanceof Reference.ToColumn column && column.table().equals(table)
                || reference instanceof Reference.ToPart part && part.table().equals(table);
    }

    /** The binary names of the classes whose fields declare objects that are no tables. */
    Stream<String> placesOfFields() {
        return places.entrySet().stream()
                .filter(entry ->
                        entry.getKey() instanceof Reference.ToObject || entry.getKey() instanceof Reference.ToType)
                .filter(entry -> !entry.getValue().path().isEmpty())
                .map(entry -> entry.getValue().className())
                .sorted();
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
