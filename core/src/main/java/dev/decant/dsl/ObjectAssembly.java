package dev.decant.dsl;

import dev.decant.model.FormerName;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.enumtype.EnumType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Builds everything that is not a table: what is declared, and what is there because it is used. */
final class ObjectAssembly {
    private final List<Declared> declared = new ArrayList<>();
    private final Targets targets;
    private final NavigableMap<ObjectKey, SchemaObject> built = new TreeMap<>();
    private final Map<Class<? extends Enum<?>>, Definition> enums = new LinkedHashMap<>();
    private final Set<ObjectName> enumNames = new HashSet<>();
    private final List<FormerName> formerNames = new ArrayList<>();
    private final Map<Reference, DeclaredAt> places = new HashMap<>();

    /** Makes the object of a field. */
    @FunctionalInterface
    private interface Builder {
        SchemaObject build(String field, Targets targets);
    }

    /** An object with the class and the field that declare it. */
    private record Declared(Definition owner, DeclaredAt at, DeclaredObject object, Builder builder) {
        static Declared of(PgSchema owner, Fields.Content content) {
            DeclaredObject object = (DeclaredObject) content.value();
            return of(owner, content, (field, targets) -> object.build(owner, field, targets));
        }

        static Declared of(TableDraft table, Fields.Content content) {
            TableObject object = (TableObject) content.value();
            return of(table.definition(), content, (field, targets) -> object.build(table, field));
        }

        private static Declared of(Definition owner, Fields.Content content, Builder builder) {
            DeclaredAt at = new DeclaredAt(content.declaring().getName(), List.of(content.name()), false);
            return new Declared(owner, at, (DeclaredObject) content.value(), builder);
        }

        String field() {
            return at.field();
        }

        SchemaObject build(Targets targets) {
            return builder.build(field(), targets);
        }

        /** What users call such a thing. */
        String word() {
            return Naming.snakeCase(object.getClass().getSimpleName()).replace('_', ' ');
        }
    }

    ObjectAssembly(List<Definition> definitions, Targets targets) {
        this.targets = targets;
        for (Definition definition : definitions) {
            if (definition instanceof PgSchema owner) {
                Fields.of(owner, List.of(DeclaredObject.class)).stream()
                        .map(content -> Declared.of(owner, content))
                        .forEach(declared::add);
            }
        }
    }

    /** Takes the names that are among those of tables. */
    void claimNames(NameAssignment names) {
        for (Declared each : declared) {
            if (each.owner() instanceof PgSchema owner) {
                each.object()
                        .relation(each.field(), owner)
                        .ifPresent(name -> names.claim(
                                name, each.word(), each.object().origin().line(), owner));
            }
        }
    }

    /** Builds all objects; what is wrong is reported to the class that declares or uses them. */
    void build(Collection<TableDraft> tables) {
        declared.forEach(this::buildDeclared);
        tables.forEach(this::buildObjects);
        tables.forEach(this::collectEnums);
        enums.forEach((type, user) -> buildEnum(type, user, tables));
        addNamespaces(tables);
    }

    private void buildDeclared(Declared each) {
        if (each.object() instanceof EnumeratedType type) {
            enums.putIfAbsent(type.type(), each.owner());
            ObjectName name = EnumDeclaration.nameOf(type.type(), each.owner().database());
            places.put(new Reference.ToType(name), each.at());
            return;
        }
        try {
            add(each, each.build(targets));
        } catch (IllegalArgumentException refused) {
            each.owner()
                    .report(
                            Problem.CONTRADICTION,
                            each.object().origin().line(),
                            String.valueOf(refused.getMessage()),
                            "mend the declaration");
        }
    }

    private void add(Declared each, SchemaObject object) {
        places.put(new Reference.ToObject(object.key()), each.at());
        SchemaObject earlier = built.putIfAbsent(object.key(), object);
        if (earlier != null) {
            each.owner()
                    .report(
                            Problem.TWICE,
                            each.object().origin().line(),
                            "the " + object.key() + " is declared twice",
                            "keep one of them");
        }
        NameRules.check(
                object.name().local(),
                object.kind().id(),
                each.object().origin().line(),
                each.owner());
        each.object()
                .formerNames()
                .forEach(former -> formerNames.add(new FormerName(new Reference.ToObject(object.key()), former)));
    }

    private void buildObjects(TableDraft table) {
        Fields.of(table.definition(), List.of(TableObject.class)).stream()
                .map(content -> Declared.of(table, content))
                .forEach(this::buildDeclared);
    }

    private void collectEnums(TableDraft table) {
        table.columns()
                .forEach(place ->
                        place.draft().enumClass.ifPresent(type -> enums.putIfAbsent(type, table.definition())));
    }

    private void buildEnum(Class<? extends Enum<?>> type, Definition user, Collection<TableDraft> tables) {
        SourceLine line = SourceLine.ofClass(type);
        NameRules.check(Annotations.localNameOf(type), "enum", line, user);
        // The empty text is a label as good as any other.
        EnumDeclaration.labelsOf(type).stream()
                .filter(label -> !label.isEmpty())
                .forEach(label -> NameRules.check(label, "label of an enum", line, user));
        enumNames.add(EnumDeclaration.nameOf(type, user.database()));
        try {
            EnumType object = EnumDeclaration.typeOf(type, user.database());
            places.put(new Reference.ToObject(object.key()), DeclaredAt.of(type));
            boolean takenByTable =
                    tables.stream().anyMatch(table -> table.name().equals(object.name()));
            if (built.putIfAbsent(object.key(), object) != null || takenByTable) {
                user.report(
                        Problem.TWICE,
                        line,
                        "the name %s of the enum %s is taken".formatted(object.name(), type.getName()),
                        "give it another name with @Named");
            }
            formerNames.addAll(EnumDeclaration.formerNamesOf(type, user.database()));
        } catch (IllegalArgumentException refused) {
            user.report(Problem.CONTRADICTION, line, String.valueOf(refused.getMessage()), "mend the enum");
        }
    }

    private void addNamespaces(Collection<TableDraft> tables) {
        List<String> used = new ArrayList<>();
        tables.forEach(table -> used.add(table.name().schema()));
        built.values().forEach(object -> used.add(object.name().schema()));
        for (Declared each : declared) {
            if (each.object() instanceof Extension extension) {
                extension.schema().ifPresent(used::add);
            }
        }
        used.stream().filter(ObjectAssembly::isToBeMade).forEach(name -> {
            SchemaObject namespace = dev.decant.model.namespace.Namespace.of(name);
            built.putIfAbsent(namespace.key(), namespace);
        });
    }

    /** Whether a namespace is not there in every database from the beginning. */
    private static boolean isToBeMade(String namespace) {
        return !namespace.isEmpty() && !namespace.equals("public") && !namespace.startsWith("pg_");
    }

    Collection<SchemaObject> built() {
        return built.values();
    }

    /** The names of the types that the schema declares. */
    Set<ObjectName> types() {
        Set<ObjectName> types = new HashSet<>(enumNames);
        for (SchemaObject object : built.values()) {
            for (Reference provided : object.provides()) {
                if (provided instanceof Reference.ToType(ObjectName type)) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    /** The namespaces of extensions, which bring types that nobody declares. */
    Set<String> extensionNamespaces() {
        return built.values().stream()
                .filter(dev.decant.model.extension.Extension.class::isInstance)
                .flatMap(object -> ((dev.decant.model.extension.Extension) object).schema().stream())
                .collect(Collectors.toSet());
    }

    /** Where the objects are declared; an enum is its class, and its type the field that declares it, if one does. */
    Map<Reference, DeclaredAt> places() {
        return places;
    }

    List<FormerName> formerNames() {
        return formerNames;
    }
}
