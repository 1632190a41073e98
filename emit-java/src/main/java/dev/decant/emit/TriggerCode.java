package dev.decant.emit;

import dev.decant.model.Deferral;
import dev.decant.model.ObjectName;
import dev.decant.model.trigger.ConstraintTiming;
import dev.decant.model.trigger.Trigger;
import dev.decant.model.trigger.TriggerEvent;
import dev.decant.model.trigger.TriggerLevel;
import dev.decant.model.trigger.TriggerMoment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Triggers: those of tables stand in their table's class, those of views by themselves. */
final class TriggerCode implements ObjectCode<Trigger> {
    @Override
    public Class<Trigger> type() {
        return Trigger.class;
    }

    @Override
    public String className() {
        return "Triggers";
    }

    @Override
    public Optional<ObjectName> table(Trigger trigger) {
        return Optional.of(trigger.tableName());
    }

    @Override
    public String fieldType() {
        return "Trigger";
    }

    @Override
    public Chain chain(Trigger trigger, String field, FileCode file) {
        Chain chain = ObjectNames.beginOfPart("trigger", trigger.name(), field);
        boolean inTable = file.schema().table(trigger.tableName()).isPresent();
        if (!inTable) {
            chain.call("on", ObjectNames.quoted(trigger.tableName()));
        }
        addMoment(trigger, inTable, chain, file);
        trigger.constraint().ifPresent(constraint -> addConstraint(constraint, chain));
        trigger.condition().ifPresent(condition -> chain.call("when", JavaText.of(condition.sql())));
        Stream<String> arguments = trigger.arguments().stream().map(JavaText::of);
        chain.call(
                "execute",
                Stream.concat(Stream.of(ObjectNames.quoted(trigger.function())), arguments)
                        .toArray(String[]::new));
        TriggerStates.add(trigger.state(), chain);
        return chain.comment(trigger.comment());
    }

    private static void addMoment(Trigger trigger, boolean inTable, Chain chain, FileCode file) {
        TriggerMoment moment = trigger.moment();
        switch (moment.timing()) {
            case BEFORE -> chain.call("before");
            case AFTER -> chain.call("after");
            case INSTEAD_OF -> chain.call("insteadOf");
        }
        for (TriggerEvent event : moment.events()) {
            switch (event) {
                case INSERT -> chain.call("insert");
                case UPDATE -> addUpdate(trigger, inTable, chain, file);
                case DELETE -> chain.call("delete");
                case TRUNCATE -> chain.call("truncate");
            }
        }
        if (!moment.oldTable().isEmpty()) {
            chain.call("oldTable", JavaText.quoted(moment.oldTable()));
        }
        if (!moment.newTable().isEmpty()) {
            chain.call("newTable", JavaText.quoted(moment.newTable()));
        }
        chain.callIf(moment.level() == TriggerLevel.ROW, "forEachRow");
    }

    private static void addUpdate(Trigger trigger, boolean inTable, Chain chain, FileCode file) {
        List<String> columns = trigger.moment().columns();
        if (columns.isEmpty()) {
            chain.call("update");
        } else if (inTable) {
            TableFields fields = file.names().fieldsOf(trigger.tableName());
            chain.call("updateOf", columns.stream().map(fields::column).toArray(String[]::new));
        } else {
            chain.call("updateOf", columns.stream().map(JavaText::quoted).toArray(String[]::new));
        }
    }

    private static void addConstraint(ConstraintTiming constraint, Chain chain) {
        if (constraint.deferral() == Deferral.NOT_DEFERRABLE) {
            chain.call("constraint");
        }
        Deferrals.add(constraint.deferral(), chain);
        constraint.from().ifPresent(other -> chain.call("from", ObjectNames.quoted(other)));
    }
}
