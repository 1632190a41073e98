package dev.decant.emit;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a file imports, as its code comes to name it. */
final class Imports {
    private final String packageName;
    private final Map<String, String> types = new TreeMap<>();
    private final TreeSet<String> constants = new TreeSet<>();

    Imports(String packageName) {
        this.packageName = packageName;
    }

    /** What a file imports in which these classes are imported already. */
    static Imports beside(String packageName, List<String> classes) {
        Imports imports = new Imports(packageName);
        classes.forEach(name -> imports.types.put(SchemaNames.simple(name), name));
        return imports;
    }

    /** A class as the file's code names it, by its name with the package; a class of the default package and an inner type of Java stay. */
    String type(String qualified) {
        int dot = qualified.lastIndexOf('.');
        if (dot < 0) {
            return qualified;
        }
        String simple = qualified.substring(dot + 1);
        String named = types.putIfAbsent(simple, qualified);
        return named == null || named.equals(qualified) ? simple : qualified;
    }

    /** A static field as the file's code names it. */
    String constant(String qualifiedClass, String field) {
        if (qualifiedClass.indexOf('.') < 0) {
            return qualifiedClass + "." + field;
        }
        constants.add(qualifiedClass + "." + field);
        return field;
    }

    /** The classes to import, by their names with the package. */
    NavigableSet<String> types() {
        NavigableSet<String> needed = new TreeSet<>();
        types.values().stream()
                .filter(name ->
                        !packageOf(name).equals(packageName) && !packageOf(name).equals("java.lang"))
                .forEach(needed::add);
        return needed;
    }

    /** The static fields to import. */
    NavigableSet<String> constants() {
        return constants;
    }

    private static String packageOf(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** The declarations, with the line that separates them from the class behind them. */
    String text() {
        String fields =
                constants.stream().map(name -> "import static " + name + ";\n").collect(Collectors.joining());
        String classes = types().stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
        return (fields.isEmpty() ? "" : fields + "\n") + (classes.isEmpty() ? "" : classes + "\n");
    }
}
