package dev.decant.emit;

import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import java.util.List;
import java.util.Optional;

/** The kinds of objects that have a form in Java, in the order in which they are written. */
final class ObjectCodes {
    private static final List<ObjectCode<?>> ALL = List.of(
            new ExtensionCode(),
            new NamespaceCode(),
            new EnumUseCode(),
            new SequenceCode(),
            new CollationCode(),
            new DomainCode(),
            new CompositeTypeCode(),
            new RangeTypeCode(),
            new RoutineCode(),
            new AggregateCode(),
            new ViewCode(),
            new MaterializedViewCode(),
            new RuleCode(),
            new StatisticsCode(),
            new PolicyCode(),
            new TriggerCode(),
            new EventTriggerCode(),
            new RawObjectCode(),
            new RoleCode(),
            new OwnerCode(),
            new AccessCode(),
            new DefaultAccessCode());

    private ObjectCodes() {}

    /** The kinds. */
    static List<ObjectCode<?>> all() {
        return ALL;
    }

    /** A schema without what the database adds by itself and no class says. */
    static Schema said(Schema schema) {
        SchemaBuilder said = schema.toBuilder();
        said.updateObjects(ObjectCodes::said);
        return said.build();
    }

    private static SchemaObject said(SchemaObject object) {
        return ALL.stream()
                .filter(code -> code.type().isInstance(object))
                .findFirst()
                .map(code -> said(code, object))
                .orElse(object);
    }

    private static <T extends SchemaObject> SchemaObject said(ObjectCode<T> code, SchemaObject object) {
        return code.said(code.type().cast(object));
    }

    /** An object with how its kind is written; nothing when the kind has no form. */
    static Optional<ObjectMember> of(SchemaObject object) {
        return ALL.stream()
                .filter(code -> code.type().isInstance(object))
                .findFirst()
                .map(code -> ObjectMember.of(code, object));
    }
}
