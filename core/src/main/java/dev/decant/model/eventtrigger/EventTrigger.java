package dev.decant.model.eventtrigger;

import dev.decant.model.Expression;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.trigger.TriggerState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A trigger of the whole database, which waits for statements that change the schema.
 *
 * @param name its name, in no namespace
 * @param event what it waits for: {@code ddl_command_end}
 * @param tags the statements that it waits for, as the server tags them, in the order that it keeps: {@code CREATE TABLE}; none for all
 * @param function the function that it runs
 * @param state in which sessions it runs
 * @param comment what users are told about it; may be empty
 */
public record EventTrigger(
        ObjectName name, String event, List<String> tags, ObjectName function, TriggerState state, String comment)
        implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<EventTrigger> KIND = ObjectKind.of("event trigger", EventTrigger.class);

    /** Copies the tags, each once. */
    public EventTrigger {
        tags = List.copyOf(new LinkedHashSet<>(tags));
    }

    @Override
    public ObjectKind<EventTrigger> kind() {
        return KIND;
    }

    @Override
    public EventTrigger withName(ObjectName other) {
        return new EventTrigger(other, event, tags, function, state, comment);
    }

    /** The same in other sessions. */
    public EventTrigger withState(TriggerState other) {
        return new EventTrigger(name, event, tags, function, other, comment);
    }

    /** The same with another comment. */
    public EventTrigger withComment(String other) {
        return new EventTrigger(name, event, tags, function, state, other);
    }

    @Override
    public boolean resembles(SchemaObject other) {
        return other instanceof EventTrigger that && equals(that.withName(name).withComment(comment));
    }

    @Override
    public Set<Reference> uses() {
        return Set.of(new Reference.ToRoutine(function));
    }

    @Override
    public List<Expression> code() {
        return List.of(Expression.naming(function));
    }
}
