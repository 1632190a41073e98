package dev.decant.dsl;

import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Enforcement;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.domain.Domain.Nullability;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A type that is another type with conditions; a column of it is {@code raw("public.email", String.class)}. */
public final class Domain extends QualifiedObject<Domain> {
    private final String type;
    private final List<Constraint.Check> checks = new ArrayList<>();
    private Optional<ObjectName> collation = Optional.empty();
    private Optional<Expression> fill = Optional.empty();
    private Nullability nullability = Nullability.NULLABLE;

    Domain(String name, String type) {
        super(name);
        this.type = type;
    }

    @Override
    Domain self() {
        return this;
    }

    /** Sorts its text in this order: {@code C}, {@code public.german}. */
    public Domain collate(String name) {
        collation = Optional.of(ObjectName.parse(name));
        return this;
    }

    /** Gives columns of it this SQL expression when an insert gives them nothing. */
    public Domain defaultSql(String sql) {
        fill = Optional.of(new Expression(sql));
        return this;
    }

    /** Has no null among its values. */
    public Domain notNull() {
        return notNull("");
    }

    /** Has no null among its values, by a rule of this name (PostgreSQL 17). */
    public Domain notNull(String name) {
        nullability = new Nullability(true, name);
        return this;
    }

    /** Has only values for which this SQL condition, which calls them {@code VALUE}, is not false. */
    public Domain check(String sql) {
        return check("", sql);
    }

    /** Has only values for which this SQL condition, which calls them {@code VALUE}, is not false. */
    public Domain check(String name, String sql) {
        return add(name, sql, Enforcement.ENFORCED, "");
    }

    /** The same with words about the condition for the database's users. */
    public Domain check(String name, String sql, String comment) {
        return add(name, sql, Enforcement.ENFORCED, comment);
    }

    /** Takes only new values for which this SQL condition is not false; those that are there may break it. */
    public Domain checkNotValid(String name, String sql) {
        return add(name, sql, Enforcement.NOT_VALID, "");
    }

    private Domain add(String name, String sql, Enforcement enforcement, String comment) {
        // A check without a name gets one when the domain's own is known.
        String kept = name.isEmpty() ? " " + checks.size() : name;
        checks.add(new Constraint.Check(kept, new Expression(sql), false, enforcement, comment));
        return this;
    }

    @Override
    dev.decant.model.domain.Domain build(PgSchema holder, String field, Targets targets) {
        ObjectName called = name(field, holder);
        return new dev.decant.model.domain.Domain(
                called, DataType.parse(type), collation, fill, nullability, named(called, holder), comment());
    }

    private List<Constraint.Check> named(ObjectName called, PgSchema holder) {
        Set<String> taken = new HashSet<>();
        checks.forEach(check -> taken.add(check.name()));
        return checks.stream()
                .map(check -> {
                    if (!check.name().startsWith(" ")) {
                        return check;
                    }
                    String free = FreeNames.choose(
                            List.of(called.local(), "check"), holder.database().nameBytes(), taken::contains);
                    taken.add(free);
                    return check.withName(free);
                })
                .toList();
    }
}
