package dev.decant.emit;

import dev.decant.model.eventtrigger.EventTrigger;

/** Event triggers. */
final class EventTriggerCode implements ObjectCode<EventTrigger> {
    private static final String USUAL_EVENT = "ddl_command_end";

    @Override
    public Class<EventTrigger> type() {
        return EventTrigger.class;
    }

    @Override
    public String className() {
        return "Triggers";
    }

    @Override
    public String fieldType() {
        return "EventTrigger";
    }

    @Override
    public Chain chain(EventTrigger trigger, String field, FileCode file) {
        Chain chain = ObjectNames.beginOfPart("eventTrigger", trigger.name(), field);
        if (!trigger.event().equals(USUAL_EVENT)) {
            chain.call("on", JavaText.quoted(trigger.event()));
        }
        if (!trigger.tags().isEmpty()) {
            chain.call("tags", trigger.tags().stream().map(JavaText::quoted).toArray(String[]::new));
        }
        chain.call("execute", ObjectNames.quoted(trigger.function()));
        TriggerStates.add(trigger.state(), chain);
        return chain.comment(trigger.comment());
    }
}
