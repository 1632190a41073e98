package dev.decant.model.role;

import java.util.List;
import java.util.Set;

/**
 * That one role belongs to another, and may do what that may.
 *
 * @param role the other role
 * @param options what is special about it, sorted
 */
public record Membership(String role, List<Option> options) {
    /** Sorts the options. */
    public Membership {
        options = options.stream().sorted().distinct().toList();
        if (options.containsAll(Set.of(Option.INHERITS, Option.INHERITS_NOT))) {
            throw new IllegalArgumentException("a membership in " + role + " that both inherits and does not");
        }
    }

    /** A membership with nothing special about it. */
    public static Membership of(String role) {
        return new Membership(role, List.of());
    }

    /** What can be special about a membership. */
    public enum Option {
        /** The member may make others members. */
        ADMIN,
        /** The member has the privileges without asking for them, although it is not a role that usually does (PostgreSQL 16). */
        INHERITS,
        /** The member must ask for the privileges, although it is a role that usually has them at once (PostgreSQL 16). */
        INHERITS_NOT,
        /** The member may not become the role (PostgreSQL 16). */
        SETS_NOT
    }
}
