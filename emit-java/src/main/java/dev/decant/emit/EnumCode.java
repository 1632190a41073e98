package dev.decant.emit;

import dev.decant.model.enumtype.EnumType;
import java.util.stream.Collectors;

/** An enum as an enum of Java. */
final class EnumCode {
    private static final String INDENT = " ".repeat(4);

    private final FileCode file;
    private final EnumType type;

    EnumCode(FileCode file, EnumType type) {
        this.file = file;
        this.type = type;
    }

    /** The enum, without its imports, which are noted. */
    String text() {
        String className =
                SchemaNames.simple(file.names().enumClass(type.name()).orElseThrow());
        String constants = type.labels().stream().map(this::constant).collect(Collectors.joining(",\n"));
        return TableAnnotations.text(file, type.name(), className, type.comment())
                + "public enum " + className + " {\n"
                + (constants.isEmpty() ? "" : constants + "\n")
                + "}\n";
    }

    /** A constant with its label, where that is another. */
    String constant(String label) {
        String constant = file.names().labelsOf(type.name()).of(label);
        String annotation =
                constant.equals(label) ? "" : INDENT + "@" + file.dsl("Label") + "(" + JavaText.literal(label) + ")\n";
        return annotation + INDENT + constant;
    }
}
