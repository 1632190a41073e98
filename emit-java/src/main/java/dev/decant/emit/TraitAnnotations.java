package dev.decant.emit;

import dev.decant.model.Expression;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a table is besides its parts, as annotations of its class. */
final class TraitAnnotations {
    /** The annotations that say it. */
    static final List<String> NAMES = List.of(
            "PartitionedBy", "PartitionOf", "Inherits", "Unlogged", "RowLevelSecurity", "TableOption", "TableOptions");

    private static final String SECURITY = "row_level_security";
    private static final String FORCED = "force_row_level_security";

    private TraitAnnotations() {}

    /** The annotations, a line each. */
    static String text(FileCode file, Table table) {
        StringBuilder text = new StringBuilder();
        table.lineage()
                .partitioning()
                .ifPresent(way -> text.append(line(file, "PartitionedBy", JavaText.literal(way.sql()))));
        text.append(parents(file, table));
        Map<String, String> options = new LinkedHashMap<>(table.options());
        if (options.remove("unlogged", "true")) {
            text.append("@").append(file.dsl("Unlogged")).append("\n");
        }
        if (options.remove(SECURITY, "true")) {
            boolean forced = options.remove(FORCED, "true");
            text.append("@").append(file.dsl("RowLevelSecurity")).append(forced ? "(forced = true)\n" : "\n");
        }
        options.forEach((name, value) -> text.append(
                line(file, "TableOption", "name = " + JavaText.quoted(name) + ", value = " + JavaText.literal(value))));
        return text.toString();
    }

    private static String parents(FileCode file, Table table) {
        List<ObjectName> parents = table.lineage().parents();
        Optional<Expression> bound = table.lineage().bound();
        if (parents.isEmpty()) {
            return "";
        }
        if (!parents.stream().allMatch(parent -> file.schema().table(parent).isPresent())) {
            file.lack("the table " + table.name(), "is a child of " + parents + ", not all of which are looked after");
            return "";
        }
        List<String> classes = parents.stream()
                .map(parent -> file.imports().type(file.names().tableClass(parent)) + ".class")
                .toList();
        return bound.map(rows -> line(
                        file,
                        "PartitionOf",
                        "value = " + classes.getFirst() + ", bound = " + JavaText.literal(rows.sql())))
                .orElseGet(() -> line(file, "Inherits", inherited(classes, table.lineage())));
    }

    private static String inherited(List<String> classes, Lineage lineage) {
        String value = array(classes);
        if (lineage.declaredColumns().isEmpty() && lineage.declaredChecks().isEmpty()) {
            return value;
        }
        return "value = " + value + declared("declaredColumns", lineage.declaredColumns())
                + declared("declaredChecks", lineage.declaredChecks());
    }

    private static String declared(String what, List<String> names) {
        return names.isEmpty()
                ? ""
                : ", " + what + " = "
                        + array(names.stream().map(JavaText::literal).toList());
    }

    private static String array(List<String> values) {
        return values.size() == 1 ? values.getFirst() : values.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    private static String line(FileCode file, String annotation, String arguments) {
        return "@" + file.dsl(annotation) + "(" + arguments + ")\n";
    }
}
