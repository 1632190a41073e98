package dev.decant.dsl;

import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.rule.RuleEvent;
import dev.decant.model.trigger.TriggerState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A rule of a table or view: what is done when somebody writes to it. */
public final class Rule extends DeclaredObject {
    private final String name;
    private Optional<ObjectName> table = Optional.empty();
    private Optional<RuleEvent> event = Optional.empty();
    private Optional<Expression> condition = Optional.empty();
    private List<Expression> actions = List.of();
    private boolean instead;
    private TriggerState state = TriggerState.ENABLED;

    /** A rule of this name; of its field's name when that is empty. */
    Rule(String name) {
        this.name = name;
    }

    /** Is a rule of this table or view, written with its namespace: {@code public.users}. */
    public Rule on(String relation) {
        table = Optional.of(ObjectName.parse(relation));
        return this;
    }

    /** Rewrites inserts. */
    public Rule insert() {
        event = Optional.of(RuleEvent.INSERT);
        return this;
    }

    /** Rewrites updates. */
    public Rule update() {
        event = Optional.of(RuleEvent.UPDATE);
        return this;
    }

    /** Rewrites deletes. */
    public Rule delete() {
        event = Optional.of(RuleEvent.DELETE);
        return this;
    }

    /** Holds for rows for which this SQL condition, which knows {@code NEW} and {@code OLD}, is true. */
    public Rule where(String sql) {
        condition = Optional.of(new Expression(sql));
        return this;
    }

    /** Does these statements, one or more, in the place of what was written. */
    public Rule doInstead(String... statements) {
        instead = true;
        return does(statements);
    }

    /** Does nothing in the place of what was written. */
    public Rule doInsteadNothing() {
        return doInstead();
    }

    /** Does these statements, one or more, and what was written too. */
    public Rule doAlso(String... statements) {
        instead = false;
        return does(statements);
    }

    private Rule does(String... statements) {
        actions = Arrays.stream(statements).map(Expression::new).toList();
        return this;
    }

    /** Never holds. */
    public Rule disabled() {
        state = TriggerState.DISABLED;
        return this;
    }

    /** Holds in sessions that replay a replication, and in no others. */
    public Rule enabledForReplica() {
        state = TriggerState.REPLICA;
        return this;
    }

    /** Holds in sessions that replay a replication too. */
    public Rule enabledAlways() {
        state = TriggerState.ALWAYS;
        return this;
    }

    /** Tells the database's users about the rule. */
    public Rule comment(String comment) {
        setComment(comment);
        return this;
    }

    /** Says what the rule was called before. */
    public Rule renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    @Override
    dev.decant.model.rule.Rule build(PgSchema owner, String field, Targets targets) {
        String called = name.isEmpty() ? Naming.snakeCase(field) : name;
        ObjectName holder =
                table.orElseThrow(() -> new IllegalArgumentException("the rule " + called + " is on no table"));
        return new dev.decant.model.rule.Rule(
                holder.withLocal(called),
                holder.local(),
                event.orElseThrow(() -> new IllegalArgumentException("the rule " + called + " rewrites nothing")),
                condition,
                instead,
                actions,
                state,
                comment());
    }
}
