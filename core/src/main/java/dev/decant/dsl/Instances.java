package dev.decant.dsl;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The objects that stand for the classes of a schema: the one that a class holds itself in a static field, else a new one.
 *
 * @param definitions one object a class
 * @param problems why there is none of some class
 */
record Instances(List<Definition> definitions, List<Problem> problems) {
    static Instances of(Collection<? extends Class<?>> classes) {
        List<Definition> definitions = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<Class<?>> sorted = new ArrayList<>(classes);
        sorted.sort(Comparator.comparing(Class::getName));
        for (Class<?> type : sorted) {
            try {
                definitions.add(instance(type));
            } catch (ReflectiveOperationException | RuntimeException | LinkageError thrown) {
                problems.add(problem(type, thrown));
            }
        }
        return new Instances(definitions, problems);
    }

    private static Definition instance(Class<?> type) throws ReflectiveOperationException {
        Optional<Definition> singleton = singleton(type);
        return singleton.isPresent() ? singleton.get() : construct(type);
    }

    private static Optional<Definition> singleton(Class<?> type) throws IllegalAccessException {
        Definition first = null;
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType().equals(type)) {
                field.setAccessible(true);
                first = earlier(first, (Definition) field.get(null));
            }
        }
        return Optional.ofNullable(first);
    }

    private static @Nullable Definition earlier(@Nullable Definition one, @Nullable Definition other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.order() <= other.order() ? one : other;
    }

    private static Definition construct(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Definition) constructor.newInstance();
    }

    private static Problem problem(Class<?> type, Throwable thrown) {
        Throwable cause = innermost(thrown);
        SourceLine line = SourceLine.of(cause).orElseGet(() -> SourceLine.ofClass(type));
        if (cause instanceof NoSuchMethodException) {
            return new Problem(
                    Problem.UNUSABLE_CLASS,
                    SourceLine.ofClass(type),
                    type.getSimpleName() + " has no constructor without parameters",
                    "give it one");
        }
        String what = "%s cannot be made: %s".formatted(type.getSimpleName(), describe(cause));
        return new Problem(Problem.UNUSABLE_CLASS, line, what, "mend the class");
    }

    private static String describe(Throwable cause) {
        boolean own = cause instanceof IllegalArgumentException;
        String message = cause.getMessage();
        return own && message != null ? message : cause.toString();
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean wrapper = thrown instanceof InvocationTargetException || thrown instanceof ExceptionInInitializerError;
        return wrapper && cause != null ? innermost(cause) : thrown;
    }

    /** Whether every class has its object. */
    boolean isComplete() {
        return problems.isEmpty();
    }
}
