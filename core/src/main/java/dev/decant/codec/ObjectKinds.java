package dev.decant.codec;

import dev.decant.model.ObjectKind;
import dev.decant.model.SchemaObject;
import dev.decant.model.aggregate.Aggregate;
import dev.decant.model.collation.Collation;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.domain.Domain;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.eventtrigger.EventTrigger;
import dev.decant.model.extension.Extension;
import dev.decant.model.namespace.Namespace;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.policy.Policy;
import dev.decant.model.privilege.DefaultPrivileges;
import dev.decant.model.privilege.Privileges;
import dev.decant.model.rangetype.RangeType;
import dev.decant.model.raw.RawObject;
import dev.decant.model.role.Role;
import dev.decant.model.routine.Routine;
import dev.decant.model.rule.Rule;
import dev.decant.model.sequence.Sequence;
import dev.decant.model.statistics.Statistics;
import dev.decant.model.trigger.Trigger;
import dev.decant.model.view.MaterializedView;
import dev.decant.model.view.View;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of objects that can be written and read. */
final class ObjectKinds {
    /** Those with a record of their own; a new kind is a line here. */
    private static final List<ObjectKind<?>> OWN = List.of(
            Namespace.KIND,
            Extension.KIND,
            EnumType.KIND,
            Sequence.KIND,
            View.KIND,
            MaterializedView.KIND,
            Domain.KIND,
            CompositeType.KIND,
            RangeType.KIND,
            Collation.KIND,
            Routine.KIND,
            Trigger.KIND,
            Rule.KIND,
            EventTrigger.KIND,
            Aggregate.KIND,
            Statistics.KIND,
            Policy.KIND,
            Ownership.KIND,
            Privileges.KIND,
            DefaultPrivileges.KIND,
            Role.KIND);

    /** All of them. */
    static final List<ObjectKind<?>> ALL = Stream.concat(OWN.stream(), RawObject.KINDS.values().stream())
            .<ObjectKind<?>>map(kind -> kind)
            .sorted(Comparator.comparing(ObjectKind::id))
            .toList();

    private static final Map<String, ObjectKind<?>> BY_ID =
            ALL.stream().collect(Collectors.toMap(ObjectKind::id, Function.identity()));

    private ObjectKinds() {}

    /**
     * The kind of that id.
     *
     * @throws IllegalArgumentException when there is none
     */
    static ObjectKind<?> of(String id) {
        ObjectKind<?> kind = BY_ID.get(id);
        if (kind == null) {
            throw new IllegalArgumentException("there is no kind \"" + id + "\"");
        }
        return kind;
    }

    static Map<String, Class<? extends SchemaObject>> types() {
        Map<String, Class<? extends SchemaObject>> types = new LinkedHashMap<>();
        ALL.forEach(kind -> types.put(kind.id(), kind.type()));
        return types;
    }
}
