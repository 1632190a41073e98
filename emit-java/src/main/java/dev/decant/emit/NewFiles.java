package dev.decant.emit;

import dev.decant.model.ObjectName;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Writes classes that are not there. */
final class NewFiles {
    /** So many fields are in no danger of being too much code for one class. */
    private static final int OBJECTS_OF_A_CLASS = 400;

    private final FileCode code;
    private final String packageName;
    private final Set<ObjectName> pointedAt;
    private final List<FileCode> codes = new ArrayList<>();

    NewFiles(FileCode code, String packageName) {
        this.code = code;
        this.packageName = packageName;
        this.pointedAt = JavaEmitter.pointedAt(code.schema());
    }

    /** The class of a table. */
    JavaFile of(Table table) {
        FileCode file = begin();
        String text = new TableCode(file, table).text(pointedAt.contains(table.name()));
        return file(code.names().tableClass(table.name()), file, text);
    }

    /** The enum of Java of an enum. */
    JavaFile of(EnumType type) {
        FileCode file = begin();
        String text = new EnumCode(file, type).text();
        return file(code.names().enumClass(type.name()).orElseThrow(), file, text);
    }

    /** The classes of that name, with a number behind it if there are more, that have these objects. */
    List<JavaFile> of(String name, List<ObjectMember> members) {
        List<ObjectMember> ordered = members.stream()
                .sorted(Comparator.comparingInt(ObjectMember::rank))
                .toList();
        List<JavaFile> files = new ArrayList<>();
        for (int from = 0; from < ordered.size(); from += OBJECTS_OF_A_CLASS) {
            int to = Math.min(ordered.size(), from + OBJECTS_OF_A_CLASS);
            FileCode file = begin();
            String className = code.names().newClass(name);
            files.add(file(className, file, new ObjectsCode(file).text(className, ordered.subList(from, to))));
        }
        return files;
    }

    private FileCode begin() {
        FileCode file = code.fileOf(packageName);
        codes.add(file);
        return file;
    }

    private JavaFile file(String className, FileCode file, String text) {
        String heading = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
        return new JavaFile(
                SchemaNames.simple(className) + ".java",
                heading + file.imports().text() + text);
    }

    /** What the files were written with. */
    List<FileCode> codes() {
        return codes;
    }
}
