package dev.decant.model.trigger;

import dev.decant.model.Expression;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.OnTable;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A trigger of a table or view.
 *
 * @param name its name, in the namespace of its table; those of one table differ
 * @param table the name of its table or view
 * @param moment when it runs and what it sees
 * @param condition what must hold for it to run
 * @param function the function that it runs
 * @param arguments the texts that the function is given
 * @param constraint what makes it a constraint, if it is one
 * @param state in which sessions it runs
 * @param comment what users are told about it; may be empty
 */
public record Trigger(
        ObjectName name,
        String table,
        TriggerMoment moment,
        Optional<Expression> condition,
        ObjectName function,
        List<String> arguments,
        Optional<ConstraintTiming> constraint,
        TriggerState state,
        String comment)
        implements OnTable {
    /** The kind. */
    public static final ObjectKind<Trigger> KIND = ObjectKind.of("trigger", Trigger.class);

    /** Copies the arguments. */
    public Trigger {
        arguments = List.copyOf(arguments);
    }

    @Override
    public ObjectKind<Trigger> kind() {
        return KIND;
    }

    /** The same under another name, of the same table. */
    @Override
    public Trigger withName(ObjectName other) {
        return new Trigger(other, table, moment, condition, function, arguments, constraint, state, comment);
    }

    /** The same, waiting for something else. */
    public Trigger withMoment(TriggerMoment other) {
        return new Trigger(name, table, other, condition, function, arguments, constraint, state, comment);
    }

    /** The same under another condition. */
    public Trigger withCondition(Optional<Expression> other) {
        return new Trigger(name, table, moment, other, function, arguments, constraint, state, comment);
    }

    /** The same in other sessions. */
    public Trigger withState(TriggerState other) {
        return new Trigger(name, table, moment, condition, function, arguments, constraint, other, comment);
    }

    @Override
    public Trigger withComment(String other) {
        return new Trigger(name, table, moment, condition, function, arguments, constraint, state, other);
    }

    /** One that is a constraint shares the names of those of its table. */
    @Override
    public Set<Reference> provides() {
        Reference itself = new Reference.ToObject(key());
        return constraint.isPresent()
                ? Set.of(itself, new Reference.ToPart(tableName(), PartKind.CONSTRAINT, name.local()))
                : Set.of(itself);
    }

    @Override
    public Set<Reference> uses() {
        Stream<Reference> columns =
                moment.columns().stream().map(column -> new Reference.ToColumn(tableName(), column));
        Stream<Reference> from =
                constraint.flatMap(ConstraintTiming::from).stream().map(Reference.ToRelation::new);
        return Stream.concat(Stream.of(new Reference.ToRoutine(function)), Stream.concat(columns, from))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Expression> code() {
        List<Expression> code = new ArrayList<>();
        condition.ifPresent(given -> {
            code.add(Expression.naming(tableName()));
            code.add(given);
        });
        return List.copyOf(code);
    }

    @Override
    public Trigger following(Reference before, Reference after) {
        return switch (after) {
            case Reference.ToRelation(ObjectName now)
            when before.equals(new Reference.ToRelation(tableName())) ->
                new Trigger(
                        name.inSchema(now.schema()),
                        now.local(),
                        moment,
                        condition,
                        function,
                        arguments,
                        constraint,
                        state,
                        comment);
            case Reference.ToColumn(ObjectName holder, String now)
            when holder.equals(tableName()) && before instanceof Reference.ToColumn then ->
                withMoment(moment.withColumns(moment.columns().stream()
                        .map(column -> column.equals(then.column()) ? now : column)
                        .toList()));
            default -> this;
        };
    }
}
