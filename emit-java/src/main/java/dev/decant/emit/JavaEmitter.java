package dev.decant.emit;

import dev.decant.dsl.UsualNames;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.model.Constraint;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.sequence.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a schema of PostgreSQL as the classes that declare it: one a table, one an enum, and some for everything else. */
public final class JavaEmitter {
    /** So many fields are in no danger of being too much code for one class. */
    private static final int OBJECTS_OF_A_CLASS = 400;

    private final String packageName;

    /** An emitter of classes of a package; the empty name is that of none. */
    public JavaEmitter(String packageName) {
        this.packageName = packageName;
    }

    /**
     * The files that declare the schema.
     *
     * @param schema a schema in canonical form
     * @throws DecantException DCT-330 with everything that has no form in Java
     */
    public JavaChanges write(Schema schema) {
        List<Failure> missing = new ArrayList<>();
        SchemaNames names = new SchemaNames(schema, packageName, ExistingCode.NONE);
        FileCode code = new FileCode(
                schema, names, UsualNames.ofDialect("postgresql"), new Imports(packageName), missing);
        List<JavaFile> files = new ArrayList<>();
        Set<ObjectName> pointedAt = pointedAt(schema);
        for (Table table : schema.tables().values()) {
            FileCode file = code.fileOf(packageName);
            String text = new TableCode(file, table).text(pointedAt.contains(table.name()));
            files.add(file(names.tableClass(table.name()), file, text));
        }
        for (EnumType type : schema.objects(EnumType.KIND)) {
            FileCode file = code.fileOf(packageName);
            files.add(file(names.enumClass(type.name()).orElseThrow(), file, new EnumCode(file, type).text()));
        }
        files.addAll(objects(code));
        if (!missing.isEmpty()) {
            throw new DecantException(missing);
        }
        return new JavaChanges(files.stream().map(JavaChange::of).toList(), List.of());
    }

    private JavaFile file(String className, FileCode file, String text) {
        String heading = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
        return new JavaFile(SchemaNames.simple(className) + ".java", heading + file.imports().text() + text);
    }

    /** The tables at whose columns others point. */
    static Set<ObjectName> pointedAt(Schema schema) {
        Set<ObjectName> targets = new HashSet<>();
        schema.tables().values().stream()
                .flatMap(table -> table.foreignKeys().stream())
                .map(Constraint.ForeignKey::target)
                .forEach(targets::add);
        schema.objects(Sequence.KIND).stream()
                .flatMap(sequence -> sequence.owner().stream())
                .forEach(owner -> targets.add(owner.table()));
        return targets;
    }

    private List<JavaFile> objects(FileCode code) {
        Map<String, List<ObjectMember>> classes = new LinkedHashMap<>();
        for (SchemaObject object : code.schema().objects().values()) {
            ObjectCodes.of(object)
                    .ifPresentOrElse(
                            member -> {
                                if (member.declared().test(code)) {
                                    classes.computeIfAbsent(member.className(), name -> new ArrayList<>())
                                            .add(member);
                                }
                            },
                            () -> code.lack("the " + object.key(), "is of the kind " + object.kind()));
        }
        List<JavaFile> files = new ArrayList<>();
        classes.forEach((name, members) -> files.addAll(classesOf(name, members, code)));
        return files;
    }

    private List<JavaFile> classesOf(String name, List<ObjectMember> members, FileCode code) {
        List<ObjectMember> ordered =
                members.stream().sorted(Comparator.comparingInt(ObjectMember::rank)).toList();
        List<JavaFile> files = new ArrayList<>();
        for (int from = 0; from < ordered.size(); from += OBJECTS_OF_A_CLASS) {
            int to = Math.min(ordered.size(), from + OBJECTS_OF_A_CLASS);
            FileCode file = code.fileOf(packageName);
            String className = code.names().newClass(name);
            files.add(file(className, file, new ObjectsCode(file).text(className, ordered.subList(from, to))));
        }
        return files;
    }
}
