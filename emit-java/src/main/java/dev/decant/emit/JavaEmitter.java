package dev.decant.emit;

import dev.decant.dsl.Declaration;
import dev.decant.failure.DecantException;
import dev.decant.model.Constraint;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.sequence.Sequence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a schema of PostgreSQL as the classes that declare it, one a table, one an enum, and some for everything else; or changes the
 * classes that are there.
 */
public final class JavaEmitter {
    private final String packageName;

    /** An emitter into a package, where the files that are there are of none; the empty name is that of no package. */
    public JavaEmitter(String packageName) {
        this.packageName = packageName;
    }

    /** A schema without what the database adds by itself and no class says, such as the types of the columns of a view. */
    public static Schema said(Schema schema) {
        return ObjectCodes.said(schema);
    }

    /**
     * The files that declare the schema, where there are none yet.
     *
     * @param schema a schema in canonical form
     * @throws DecantException DCT-330 with everything that has no form in Java
     */
    public JavaChanges write(Schema schema) {
        return new JavaMerge(List.of(), ExistingCode.NONE, Schema.EMPTY, said(schema), packageName).run();
    }

    /**
     * What becomes of files that are there. What they say already is left to the letter, and so is all that declares nothing.
     *
     * @param files all files of the schema's folder
     * @param declared what they declare
     * @param there that schema, in canonical form
     * @param wanted the schema that they are to declare, in canonical form
     * @throws DecantException DCT-330 with everything that has no form in Java
     */
    public JavaChanges merge(List<JavaFile> files, Declaration declared, Schema there, Schema wanted) {
        List<ParsedFile> parsed = JavaParser.parse(files);
        return new JavaMerge(parsed, existing(parsed, declared), said(there), said(wanted), packageOf(parsed)).run();
    }

    private static ExistingCode existing(List<ParsedFile> files, Declaration declared) {
        Map<String, String> constants = new HashMap<>();
        Map<String, Map<String, String>> labels = new HashMap<>();
        List<ParsedClass> classes =
                files.stream().flatMap(file -> file.classes().stream()).toList();
        for (ParsedClass type : classes) {
            type.singleton().ifPresent(field -> constants.put(type.canonicalName(), field));
            labels.put(
                    type.canonicalName(),
                    type.constants().stream()
                            .collect(Collectors.toMap(
                                    ParsedConstant::label,
                                    ParsedConstant::name,
                                    (one, other) -> one,
                                    LinkedHashMap::new)));
        }
        Map<String, List<String>> fields = classes.stream()
                .collect(Collectors.toMap(
                        ParsedClass::name,
                        type -> type.fields().stream().map(ParsedField::name).toList(),
                        (one, other) -> one));
        List<String> names = classes.stream().map(ParsedClass::canonicalName).toList();
        return new ExistingCode(declared.places(), names, constants, fields, labels);
    }

    /** The package that most files of the folder itself are of. */
    private String packageOf(List<ParsedFile> files) {
        return files.stream()
                .filter(file -> file.file().path().indexOf('/') < 0)
                .collect(Collectors.groupingBy(ParsedFile::packageName, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(packageName);
    }

    /** The tables at whose columns others point. */
    static Set<ObjectName> pointedAt(Schema schema) {
        Set<ObjectName> targets = new HashSet<>();
        schema.tables().values().stream()
                .flatMap(table -> table.foreignKeys().stream())
                .map(Constraint.ForeignKey::target)
                .forEach(targets::add);
        InheritedColumns inherited = new InheritedColumns(schema);
        schema.tables()
                .values()
                .forEach(table -> targets.addAll(inherited.of(table).values()));
        schema.objects(Sequence.KIND).stream()
                .flatMap(sequence -> sequence.owner().stream())
                .forEach(owner -> targets.add(owner.table()));
        return targets;
    }
}
