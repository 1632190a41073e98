package dev.decant.model.privilege;

import dev.decant.model.Reference;
import dev.decant.model.role.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one role may do with a thing.
 *
 * @param grantee the role; empty for everybody
 * @param action what it may do, as the dialect calls it: {@code SELECT}
 * @param column the column that it is about; empty for the whole thing
 * @param grantable whether the role may pass it on
 */
public record Privilege(String grantee, String action, String column, boolean grantable)
        implements Comparable<Privilege> {
    private static final Comparator<Privilege> ORDER = Comparator.comparing(Privilege::grantee)
            .thenComparing(Privilege::action)
            .thenComparing(Privilege::column)
            .thenComparing(Privilege::grantable);

    /** A privilege of the whole thing, not to be passed on. */
    public static Privilege of(String grantee, String action) {
        return new Privilege(grantee, action, "", false);
    }

    /** The same about another column. */
    public Privilege withColumn(String other) {
        return new Privilege(grantee, action, other, grantable);
    }

    /** The same, to be passed on or not. */
    public Privilege withGrantable(boolean other) {
        return new Privilege(grantee, action, column, other);
    }

    /** The same once something is called otherwise, which may be the role. */
    Privilege following(Reference before, Reference after) {
        return Role.renamed(grantee, before, after)
                .map(role -> new Privilege(role, action, column, grantable))
                .orElse(this);
    }

    static List<Privilege> following(List<Privilege> privileges, Reference before, Reference after) {
        return privileges.stream()
                .map(privilege -> privilege.following(before, after))
                .toList();
    }

    /** The roles that have privileges or are kept from them, without everybody. */
    static Set<Reference> roles(List<Privilege> granted, List<Privilege> revoked) {
        return Stream.concat(granted.stream(), revoked.stream())
                .map(Privilege::grantee)
                .filter(role -> !role.isEmpty())
                .map(Role::named)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public int compareTo(Privilege other) {
        return ORDER.compare(this, other);
    }

    static List<Privilege> sorted(List<Privilege> privileges) {
        return privileges.stream().sorted().distinct().toList();
    }
}
