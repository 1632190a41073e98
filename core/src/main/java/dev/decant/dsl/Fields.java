package dev.decant.dsl;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a class of the schema that hold something of it. */
final class Fields {
    private Fields() {}

    /**
     * What a field holds.
     *
     * @param declaring the class that declares the field
     * @param name the field's name
     * @param value its value
     */
    record Content(Class<?> declaring, String name, Object value) {}

    /** The contents of all fields of these types, of its own class and of those that it extends; what is wrong with one is reported. */
    static List<Content> of(Definition definition, List<Class<?>> types) {
        List<Content> contents = new ArrayList<>();
        for (Class<?> type : ownClasses(definition)) {
            for (Field field : type.getDeclaredFields()) {
                if (holdsOne(field, types)) {
                    add(definition, field, contents);
                }
            }
        }
        return contents;
    }

    private static Deque<Class<?>> ownClasses(Definition definition) {
        Deque<Class<?>> classes = new ArrayDeque<>();
        Class<?> type = definition.getClass();
        while (!type.getPackageName().equals(Fields.class.getPackageName())) {
            classes.push(type);
            type = type.getSuperclass();
        }
        return classes;
    }

    private static boolean holdsOne(Field field, List<Class<?>> types) {
        return !field.isSynthetic()
                && !Modifier.isStatic(field.getModifiers())
                && types.stream().anyMatch(type -> type.isAssignableFrom(field.getType()));
    }

    private static void add(Definition definition, Field field, List<Content> contents) {
        Object value = read(definition, field);
        if (!isPublicFinal(field)) {
            report(definition, field, value, "is not public final", "declare it public final");
        } else if (value == null) {
            report(definition, field, value, "is null", "give it a value where it is declared");
        } else {
            contents.add(new Content(field.getDeclaringClass(), field.getName(), value));
        }
    }

    private static boolean isPublicFinal(Field field) {
        int modifiers = field.getModifiers();
        return Modifier.isPublic(modifiers) && Modifier.isFinal(modifiers);
    }

    private static @Nullable Object read(Definition definition, Field field) {
        try {
            field.setAccessible(true);
            return field.get(definition);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("cannot read " + field, impossible);
        }
    }

    private static void report(Definition definition, Field field, @Nullable Object value, String what, String next) {
        SourceLine line = switch (value) {
            case Column<?> column -> column.draft().origin.line();
            case Part part -> part.origin().line();
            case DeclaredObject object -> object.origin().line();
            case null, default -> definition.declaredAt();
        };
        String name = field.getDeclaringClass().getSimpleName() + "." + field.getName();
        definition.report(Problem.FIELD, line, "the field " + name + " " + what, next);
    }
}
