package dev.decant.emit;

import dev.decant.dsl.Naming;
import dev.decant.model.ObjectName;

/** The annotations of a class that stands for a table or an enum. */
final class TableAnnotations {
    private static final String USUAL_NAMESPACE = "public";

    private TableAnnotations() {}

    /** The lines before the class. */
    static String text(FileCode file, ObjectName name, String className, String comment) {
        StringBuilder text = new StringBuilder();
        if (!name.schema().equals(USUAL_NAMESPACE)) {
            text.append(line(file, "InSchema", name.schema()));
        }
        if (!Naming.snakeCase(className).equals(name.local())) {
            text.append(line(file, "Named", name.local()));
        }
        return text + comment(file, comment);
    }

    /** The line with the comment, if there is one. */
    static String comment(FileCode file, String comment) {
        return comment.isEmpty() ? "" : line(file, "Comment", comment);
    }

    private static String line(FileCode file, String annotation, String value) {
        return "@" + file.dsl(annotation) + "(" + JavaText.literal(value) + ")\n";
    }
}
