package dev.decant.dsl;

import dev.decant.model.ObjectName;
import dev.decant.model.trigger.TriggerState;
import java.util.List;
import java.util.Optional;

/** A trigger of the whole database, which waits for statements that change the schema. */
public final class EventTrigger extends DeclaredObject {
    private final String name;
    private String event = "ddl_command_end";
    private List<String> tags = List.of();
    private Optional<ObjectName> function = Optional.empty();
    private TriggerState state = TriggerState.ENABLED;

    /** An event trigger of this name; of its field's name when that is empty. */
    EventTrigger(String name) {
        this.name = name;
    }

    /** Waits for this event: {@code sql_drop}; for the end of every statement when this is not said. */
    public EventTrigger on(String word) {
        event = word;
        return this;
    }

    /** Waits for these statements only: {@code CREATE TABLE}. */
    public EventTrigger tags(String... statements) {
        tags = List.of(statements);
        return this;
    }

    /** Runs this function, which is one of the usual namespace when it has none. */
    public EventTrigger execute(String routine) {
        function = Optional.of(DeclaredName.qualified(routine));
        return this;
    }

    /** Never runs. */
    public EventTrigger disabled() {
        state = TriggerState.DISABLED;
        return this;
    }

    /** Runs in sessions that replay a replication, and in no others. */
    public EventTrigger enabledForReplica() {
        state = TriggerState.REPLICA;
        return this;
    }

    /** Runs in sessions that replay a replication too. */
    public EventTrigger enabledAlways() {
        state = TriggerState.ALWAYS;
        return this;
    }

    /** Tells the database's users about the event trigger. */
    public EventTrigger comment(String comment) {
        setComment(comment);
        return this;
    }

    /** Says what the event trigger was called before. */
    public EventTrigger renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    @Override
    dev.decant.model.eventtrigger.EventTrigger build(PgSchema owner, String field, Targets targets) {
        String called = name.isEmpty() ? Naming.snakeCase(field) : name;
        return new dev.decant.model.eventtrigger.EventTrigger(
                ObjectName.of(called),
                event,
                tags,
                function.orElseThrow(
                        () -> new IllegalArgumentException("the event trigger " + called + " executes no function")),
                state,
                comment());
    }
}
