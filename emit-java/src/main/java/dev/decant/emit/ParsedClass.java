package dev.decant.emit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A class as it stands in a file; all places are counted from the file's beginning.
 *
 * @param name its binary name
 * @param start where the class begins, its annotations before it
 * @param bodyStart where the line ends in which its body begins, or where that begins when all of it is in one line
 * @param bodyEnd where the line begins in which its body ends, or where that begins when all of it is in one line
 * @param fields its fields, in their order
 * @param singleton the static field that holds its one object
 * @param annotations where its annotations begin and end, by their simple names
 * @param constants the constants of an enum, in their order
 */
record ParsedClass(
        String name,
        int start,
        int bodyStart,
        int bodyEnd,
        List<ParsedField> fields,
        Optional<String> singleton,
        Map<String, List<Extent>> annotations,
        List<ParsedConstant> constants) {
    /** Where something begins and ends. */
    record Extent(int start, int end) {}

    /** The field of that name. */
    Optional<ParsedField> field(String field) {
        return fields.stream().filter(each -> each.name().equals(field)).findFirst();
    }

    /** The name as source writes it. */
    String canonicalName() {
        return name.replace('$', '.');
    }

    /** The name without package and classes around. */
    String simpleName() {
        return SchemaNames.simple(canonicalName());
    }
}
