package dev.decant.dsl;

import dev.decant.model.FormerName;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.enumtype.EnumType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an enum of Java says of an enum of the database. */
final class EnumDeclaration {
    private EnumDeclaration() {}

    /** The name of the type that stands for an enum. */
    static ObjectName nameOf(Class<? extends Enum<?>> type, DatabaseKind database) {
        return Annotations.nameOf(type, database);
    }

    /** The type that stands for an enum. */
    static EnumType typeOf(Class<? extends Enum<?>> type, DatabaseKind database) {
        return new EnumType(nameOf(type, database), labelsOf(type), Annotations.commentOf(type));
    }

    /** What the type and its labels were called before. */
    static List<FormerName> formerNamesOf(Class<? extends Enum<?>> type, DatabaseKind database) {
        EnumType declared = typeOf(type, database);
        List<FormerName> names = new ArrayList<>();
        for (String former : Annotations.formerNamesOf(type)) {
            names.add(new FormerName(new Reference.ToObject(declared.key()), former));
        }
        for (Enum<?> constant : type.getEnumConstants()) {
            for (String former : Annotations.formerNamesOf(field(constant))) {
                names.add(new FormerName(new Reference.ToMember(declared.key(), labelOf(constant)), former));
            }
        }
        return names;
    }

    static List<String> labelsOf(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(EnumDeclaration::labelOf)
                .toList();
    }

    /** The label of a constant: its name, unless it says otherwise. */
    static String labelOf(Enum<?> constant) {
        return Optional.ofNullable(field(constant).getAnnotation(Label.class))
                .map(Label::value)
                .orElse(constant.name());
    }

    private static Field field(Enum<?> constant) {
        try {
            return constant.getDeclaringClass().getField(constant.name());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException("an enum without its own constant " + constant.name(), impossible);
        }
    }
}
