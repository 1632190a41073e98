package dev.decant.model.domain;

import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.collation.Collation;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A type that is another type with conditions.
 *
 * @param name its name
 * @param type the type that it rests on
 * @param collation in whose order its text is sorted; empty for the type's own
 * @param fill what a column of it gets when an insert gives nothing
 * @param nullability whether its values may be null
 * @param checks what its values, which the conditions call {@code VALUE}, must fulfil; in the order of their names
 * @param comment what users are told about it; may be empty
 */
public record Domain(
        ObjectName name,
        DataType type,
        Optional<ObjectName> collation,
        Optional<Expression> fill,
        Nullability nullability,
        List<Constraint.Check> checks,
        String comment)
        implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<Domain> KIND = ObjectKind.of("domain", Domain.class);

    /** Sorts the checks; refuses two of one name. */
    public Domain {
        checks = checks.stream()
                .sorted(Comparator.comparing(Constraint.Check::name))
                .toList();
        Set<String> seen = new HashSet<>();
        for (Constraint.Check check : checks) {
            if (!seen.add(check.name())) {
                throw new IllegalArgumentException("two checks of the domain " + name + " are named " + check.name());
            }
        }
    }

    /**
     * Whether the values of a domain may be null.
     *
     * @param required whether they may not
     * @param constraint what the rule is called, where the database keeps that and would not have chosen the name by itself; else empty
     */
    public record Nullability(boolean required, String constraint) {
        /** They may be null. */
        public static final Nullability NULLABLE = new Nullability(false, "");
        /** They may not. */
        public static final Nullability REQUIRED = new Nullability(true, "");

        /** Refuses a name for a rule that is not there. */
        public Nullability {
            if (!required && !constraint.isEmpty()) {
                throw new IllegalArgumentException("there is no rule to be called " + constraint);
            }
        }
    }

    /** A domain over a type, without conditions. */
    public static Domain of(ObjectName name, DataType type) {
        return new Domain(name, type, Optional.empty(), Optional.empty(), Nullability.NULLABLE, List.of(), "");
    }

    @Override
    public ObjectKind<Domain> kind() {
        return KIND;
    }

    @Override
    public Domain withName(ObjectName other) {
        return new Domain(other, type, collation, fill, nullability, checks, comment);
    }

    /** The same over another type. */
    public Domain withType(DataType other) {
        return new Domain(name, other, collation, fill, nullability, checks, comment);
    }

    /** The same in another order. */
    public Domain withCollation(Optional<ObjectName> other) {
        return new Domain(name, type, other, fill, nullability, checks, comment);
    }

    /** The same, filled in another way. */
    public Domain withFill(Optional<Expression> other) {
        return new Domain(name, type, collation, other, nullability, checks, comment);
    }

    /** The same, nullable or not. */
    public Domain withNullability(Nullability other) {
        return new Domain(name, type, collation, fill, other, checks, comment);
    }

    /** The same with other conditions. */
    public Domain withChecks(List<Constraint.Check> other) {
        return new Domain(name, type, collation, fill, nullability, other, comment);
    }

    /** The same with another comment. */
    public Domain withComment(String other) {
        return new Domain(name, type, collation, fill, nullability, checks, other);
    }

    @Override
    public boolean resembles(SchemaObject other) {
        return other instanceof Domain that
                && type.equals(that.type)
                && conditions().equals(that.conditions());
    }

    private List<Expression> conditions() {
        return checks.stream().map(Constraint.Check::condition).toList();
    }

    @Override
    public Set<Reference> uses() {
        Set<Reference> used = new HashSet<>();
        if (type.isDeclared()) {
            used.add(new Reference.ToType(type.name()));
        }
        collation
                .filter(name -> !name.schema().isEmpty())
                .ifPresent(name -> used.add(new Reference.ToObject(new ObjectKey(Collation.KIND, name))));
        return used;
    }

    @Override
    public Set<Reference> provides() {
        return Set.of(new Reference.ToObject(key()), new Reference.ToType(name));
    }

    @Override
    public List<Expression> code() {
        return Stream.concat(fill.stream(), conditions().stream()).toList();
    }

    @Override
    public Domain following(Reference before, Reference after) {
        return withType(type.following(before, after)).withCollation(Collation.following(collation, before, after));
    }

    @Override
    public Domain withCode(UnaryOperator<Expression> change) {
        return withFill(fill.map(change))
                .withChecks(checks.stream()
                        .map(check -> check.withCondition(change.apply(check.condition())))
                        .toList());
    }
}
