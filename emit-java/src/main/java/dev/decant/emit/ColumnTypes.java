package dev.decant.emit;

import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import java.util.Optional;

/** The types of columns: those with a method of their own, enums of the schema, and the rest by their names. */
final class ColumnTypes {
    private final FileCode file;

    ColumnTypes(FileCode file) {
        this.file = file;
    }

    /** The Java type of a column's values. */
    JavaType of(DataType type) {
        DataType element = type.element();
        JavaType one = file.names()
                .enumClass(element.name())
                .filter(name -> element.isDeclared())
                .map(JavaType::of)
                .or(() -> BuiltInTypes.of(element).map(BuiltInTypes.Beginning::type))
                .orElse(JavaType.TEXT);
        return one.inLists(type.dimensions());
    }

    /** The call that makes a column for one value of the type. */
    String call(DataType type, String title) {
        DataType element = type.element();
        Optional<String> enumClass = element.isDeclared() ? file.names().enumClass(element.name()) : Optional.empty();
        return enumClass
                .map(name -> "enumeration(" + file.imports().type(name) + ".class)")
                .or(() -> BuiltInTypes.of(element).map(BuiltInTypes.Beginning::call))
                .orElseGet(() -> raw(element, title));
    }

    private String raw(DataType type, String title) {
        if (!isReadBack(type)) {
            file.lack(title, "is of the type " + type);
        }
        return "raw(" + JavaText.quoted(type.toString()) + ", " + of(type).in(file.imports()) + ".class)";
    }

    private static boolean isReadBack(DataType type) {
        try {
            ObjectName name = type.name();
            return !name.local().isEmpty() && DataType.parse(type.toString()).equals(type);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
