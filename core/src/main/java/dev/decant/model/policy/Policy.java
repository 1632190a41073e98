package dev.decant.model.policy;

import dev.decant.model.Expression;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.role.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rows of a table certain roles may see and change, once the table asks its policies.
 *
 * @param name its name, in the namespace of the table; several tables may have one of the same name
 * @param table the table
 * @param permissive whether it allows (any that does is enough) or else restricts (all of them must agree)
 * @param command what it is about
 * @param roles whom it is about, sorted; everybody when empty
 * @param using which rows can be seen; all when empty
 * @param withCheck which rows can be written; those of {@code using} when empty
 * @param comment what users are told about it; may be empty
 */
public record Policy(
        ObjectName name,
        ObjectName table,
        boolean permissive,
        Command command,
        List<String> roles,
        Optional<Expression> using,
        Optional<Expression> withCheck,
        String comment)
        implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<Policy> KIND = ObjectKind.of("policy", Policy.class);

    /** Sorts the roles. */
    public Policy {
        roles = roles.stream().sorted().distinct().toList();
    }

    /** What is done to rows. */
    public enum Command {
        /** Anything. */
        ALL,
        /** They are read. */
        SELECT,
        /** They come. */
        INSERT,
        /** They change. */
        UPDATE,
        /** They go. */
        DELETE
    }

    @Override
    public ObjectKind<Policy> kind() {
        return KIND;
    }

    @Override
    public Policy withName(ObjectName other) {
        return new Policy(other, table, permissive, command, roles, using, withCheck, comment);
    }

    @Override
    public Policy following(Reference before, Reference after) {
        return before.equals(new Reference.ToRelation(table)) && after instanceof Reference.ToRelation(ObjectName other)
                ? new Policy(
                        name.inSchema(other.schema()), other, permissive, command, roles, using, withCheck, comment)
                : withRoles(roles.stream()
                        .map(role -> Role.renamed(role, before, after).orElse(role))
                        .toList());
    }

    /** The same with other conditions. */
    public Policy withConditions(Optional<Expression> seen, Optional<Expression> written) {
        return new Policy(name, table, permissive, command, roles, seen, written, comment);
    }

    /** The same for other roles. */
    public Policy withRoles(List<String> other) {
        return new Policy(name, table, permissive, command, other, using, withCheck, comment);
    }

    @Override
    public String distinction() {
        return table.toString();
    }

    @Override
    public Optional<ObjectName> holder() {
        return Optional.of(table);
    }

    @Override
    public Set<Reference> uses() {
        Set<Reference> used = new HashSet<>(Set.of(new Reference.ToTable(table)));
        roles.forEach(role -> used.add(Role.named(role)));
        return used;
    }

    @Override
    public List<Expression> code() {
        return Stream.concat(using.stream(), withCheck.stream()).toList();
    }
}
