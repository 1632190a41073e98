package dev.decant.dsl;

import dev.decant.model.ObjectName;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;

/** What the annotations of a class say. */
final class Annotations {
    private Annotations() {}

    /** The name of what the class stands for. */
    static ObjectName nameOf(Class<?> type, DatabaseKind database) {
        return ObjectName.of(schemaOf(type).orElse(database.usualNamespace()), localNameOf(type));
    }

    static String localNameOf(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Named.class))
                .map(Named::value)
                .orElseGet(() -> Naming.snakeCase(type.getSimpleName()));
    }

    static Optional<String> schemaOf(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(InSchema.class)).map(InSchema::value);
    }

    static String commentOf(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Comment.class))
                .map(Comment::value)
                .orElse("");
    }

    static List<String> formerNamesOf(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(RenamedFrom.class))
                .map(former -> List.of(former.value()))
                .orElse(List.of());
    }
}
