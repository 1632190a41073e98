package dev.decant.model.rule;

import dev.decant.model.Expression;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.OnTable;
import dev.decant.model.Reference;
import dev.decant.model.trigger.TriggerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A rule of a table or view: what is done when somebody writes to it.
 *
 * @param name its name, in the namespace of its table; those of one table differ
 * @param table the name of its table or view
 * @param event what it rewrites
 * @param condition for which rows; for all when empty
 * @param instead whether what was written is not done
 * @param actions the statements that are done, without semicolons; none for nothing
 * @param state in which sessions it holds
 * @param comment what users are told about it; may be empty
 */
public record Rule(
        ObjectName name,
        String table,
        RuleEvent event,
        Optional<Expression> condition,
        boolean instead,
        List<Expression> actions,
        TriggerState state,
        String comment)
        implements OnTable {
    /** The kind. */
    public static final ObjectKind<Rule> KIND = ObjectKind.of("rule", Rule.class);

    /** Copies the actions. */
    public Rule {
        actions = List.copyOf(actions);
    }

    @Override
    public ObjectKind<Rule> kind() {
        return KIND;
    }

    /** The same under another name, of the same table. */
    @Override
    public Rule withName(ObjectName other) {
        return new Rule(other, table, event, condition, instead, actions, state, comment);
    }

    /** The same, its code written in another way. */
    public Rule withCode(Optional<Expression> otherCondition, List<Expression> otherActions) {
        return new Rule(name, table, event, otherCondition, instead, otherActions, state, comment);
    }

    /** The same in other sessions. */
    public Rule withState(TriggerState other) {
        return new Rule(name, table, event, condition, instead, actions, other, comment);
    }

    @Override
    public Rule withComment(String other) {
        return new Rule(name, table, event, condition, instead, actions, state, other);
    }

    /** Its table comes first, whose columns the rest mentions as those of {@code NEW} and {@code OLD}. */
    @Override
    public List<Expression> code() {
        List<Expression> code = new ArrayList<>(List.of(Expression.naming(tableName())));
        condition.ifPresent(code::add);
        code.addAll(actions);
        return List.copyOf(code);
    }

    @Override
    public Rule following(Reference before, Reference after) {
        return after instanceof Reference.ToRelation(ObjectName now)
                        && before.equals(new Reference.ToRelation(tableName()))
                ? new Rule(name.inSchema(now.schema()), now.local(), event, condition, instead, actions, state, comment)
                : this;
    }

    @Override
    public Rule withCode(UnaryOperator<Expression> change) {
        return withCode(condition.map(change), actions.stream().map(change).toList());
    }
}
