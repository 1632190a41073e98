package dev.decant.emit;

import dev.decant.dsl.DeclaredAt;
import dev.decant.dsl.Naming;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What everything of a schema is called in Java: as in the classes that are there, else as a person would call it. */
final class SchemaNames {
    private static final String USUAL_NAMESPACE = "public";

    /** Who has the better claim to a name that several could have: the usual namespace, then who need not be told its name. */
    private static final Comparator<ObjectName> CLAIMS = Comparator.comparing(SchemaNames::isElsewhere)
            .thenComparing(name ->
                    !Naming.snakeCase(Identifiers.type(name.local(), "Table")).equals(name.local()))
            .thenComparing(Comparator.naturalOrder());

    private final String packageName;
    private final ExistingCode existing;
    private final FreeIdentifiers classes = FreeIdentifiers.ofClasses();
    private final FreeIdentifiers constants = FreeIdentifiers.ofFields();
    private final Map<ObjectName, String> tableClasses = new HashMap<>();
    private final Map<ObjectName, String> tableConstants = new HashMap<>();
    private final Map<ObjectName, String> enumClasses = new HashMap<>();
    private final Map<ObjectName, TableFields> fields = new HashMap<>();
    private final Map<ObjectName, LabelNames> labels = new HashMap<>();

    SchemaNames(Schema schema, String packageName, ExistingCode existing) {
        this.packageName = packageName;
        this.existing = existing;
        ReservedNames.CLASSES.forEach(classes::take);
        existing.classNames().forEach(name -> classes.take(simple(name)));
        constants.take(ReservedNames.CONSTANTS);
        schema.tables().keySet().stream().sorted(CLAIMS).forEach(this::nameTable);
        schema.objects(EnumType.KIND).stream()
                .sorted(Comparator.comparing(EnumType::name, CLAIMS))
                .forEach(this::nameEnum);
        InheritedColumns inherited = new InheritedColumns(schema);
        schema.tables().values().forEach(table -> fields.put(table.name(), fields(table, inherited)));
    }

    private static boolean isElsewhere(ObjectName name) {
        return !name.schema().equals(USUAL_NAMESPACE);
    }

    private void nameTable(ObjectName table) {
        String name = existing.at(new Reference.ToTable(table))
                .map(SchemaNames::canonical)
                .orElseGet(() -> newClass(table, "Table"));
        tableClasses.put(table, name);
        String usual = Naming.snakeCase(simple(name)).toUpperCase(Locale.ROOT);
        tableConstants.put(table, existing.constantOf(name).orElseGet(() -> constants.free(usual)));
    }

    private void nameEnum(EnumType type) {
        String name = existing.at(new Reference.ToObject(type.key()))
                .map(SchemaNames::canonical)
                .orElseGet(() -> newClass(type.name(), "Type"));
        enumClasses.put(type.name(), name);
        labels.put(type.name(), new LabelNames(type.labels(), existing.labelsOf(name)));
    }

    /** A class of its own name; else with its namespace before it, or with what it is behind it. */
    private String newClass(ObjectName name, String kind) {
        String plain = Identifiers.type(name.local(), kind);
        String placed = isElsewhere(name) ? Identifiers.type(name.schema(), "In") + plain : plain + kind;
        return qualified(Stream.of(plain, placed, plain + kind)
                .filter(classes::take)
                .findFirst()
                .orElseGet(() -> classes.free(placed)));
    }

    /** A class for things that no one name stands for. */
    String newClass(String name) {
        return qualified(classes.free(name));
    }

    private String qualified(String simpleName) {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }

    private TableFields fields(Table table, InheritedColumns inherited) {
        List<String> taken = new ArrayList<>(tableConstants.values());
        return new TableFields(table, inherited.of(table), existing, taken);
    }

    private static String canonical(DeclaredAt place) {
        return place.className().replace('$', '.');
    }

    /** The name of a class without its package. */
    static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** The class of a table, with its package. */
    String tableClass(ObjectName table) {
        return Objects.requireNonNull(tableClasses.get(table), "no table of the schema");
    }

    /** The static field of a table's class that holds its one object. */
    String constant(ObjectName table) {
        return Objects.requireNonNull(tableConstants.get(table), "no table of the schema");
    }

    /** The class of an enum, with its package. */
    Optional<String> enumClass(ObjectName type) {
        return Optional.ofNullable(enumClasses.get(type));
    }

    /** The fields of a table's class. */
    TableFields fieldsOf(ObjectName table) {
        return Objects.requireNonNull(fields.get(table), "no table of the schema");
    }

    /** The constants of an enum. */
    LabelNames labelsOf(ObjectName type) {
        return Objects.requireNonNull(labels.get(type), "no enum of the schema");
    }
}
