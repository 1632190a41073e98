package dev.decant.dsl;

import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import dev.decant.model.policy.Policy.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A policy of the table in whose class it is a field, or of the one that it says: who may see and change which rows. */
public final class Policy extends TableObject {
    private final List<String> roles = new ArrayList<>();
    private Optional<String> table = Optional.empty();
    private boolean permissive = true;
    private Command command = Command.ALL;
    private Optional<Expression> using = Optional.empty();
    private Optional<Expression> withCheck = Optional.empty();

    /** A policy of this name; of its field's name when that is empty. */
    Policy(String name) {
        super(name);
    }

    /** Is a policy of this table, which is in the usual namespace when it says none: {@code shop.orders}. */
    public Policy on(String relation) {
        table = Optional.of(relation);
        return this;
    }

    /** Must agree in every case, besides those that allow. */
    public Policy restrictive() {
        permissive = false;
        return this;
    }

    /** Is about reading rows only. */
    public Policy forSelect() {
        return about(Command.SELECT);
    }

    /** Is about new rows only. */
    public Policy forInsert() {
        return about(Command.INSERT);
    }

    /** Is about changing rows only. */
    public Policy forUpdate() {
        return about(Command.UPDATE);
    }

    /** Is about rows that go only. */
    public Policy forDelete() {
        return about(Command.DELETE);
    }

    private Policy about(Command what) {
        command = what;
        return this;
    }

    /** Is about these roles, and not about everybody. */
    public Policy to(String... names) {
        roles.addAll(List.of(names));
        return this;
    }

    /** Lets the rows be seen that satisfy a condition in SQL. */
    public Policy using(String condition) {
        using = Optional.of(new Expression(condition));
        return this;
    }

    /** Lets rows be written that satisfy a condition in SQL. */
    public Policy withCheck(String condition) {
        withCheck = Optional.of(new Expression(condition));
        return this;
    }

    /** Tells the database's users about the policy. */
    public Policy comment(String comment) {
        setComment(comment);
        return this;
    }

    /** Says what the policy was called before. */
    public Policy renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    @Override
    SchemaObject build(PgSchema owner, String field, Targets targets) {
        return build(
                DeclaredName.qualified(table.orElseThrow(
                        () -> new IllegalArgumentException("the policy " + called(field) + " is on no table"))),
                field);
    }

    @Override
    SchemaObject build(TableDraft holder, String field) {
        return build(table.map(DeclaredName::qualified).orElse(holder.name()), field);
    }

    private SchemaObject build(ObjectName holder, String field) {
        return new dev.decant.model.policy.Policy(
                holder.withLocal(called(field)), holder, permissive, command, roles, using, withCheck, comment());
    }
}
