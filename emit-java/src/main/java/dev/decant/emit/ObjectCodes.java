package dev.decant.emit;

import dev.decant.model.SchemaObject;
import java.util.List;
import java.util.Optional;

/** The kinds of objects that have a form in Java, in the order in which they are written. */
final class ObjectCodes {
    private static final List<ObjectCode<?>> ALL =
            List.of(new ExtensionCode(), new NamespaceCode(), new EnumUseCode(), new SequenceCode(), new ViewCode(), new RoutineCode());

    private ObjectCodes() {}

    /** The kinds. */
    static List<ObjectCode<?>> all() {
        return ALL;
    }

    /** An object with how its kind is written; nothing when the kind has no form. */
    static Optional<ObjectMember> of(SchemaObject object) {
        return ALL.stream()
                .filter(code -> code.type().isInstance(object))
                .findFirst()
                .map(code -> ObjectMember.of(code, object));
    }
}
