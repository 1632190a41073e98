package dev.decant.postgresql.access;

import static dev.decant.postgresql.sql.PostgresqlText.SYNTAX;

import dev.decant.model.role.Role;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** What stands behind CREATE ROLE and ALTER ROLE. */
public final class PostgresqlRoleOptions {
    private static final String NOT = "NO";
    /** Without a limit: the manual's page of CREATE ROLE. */
    private static final int UNLIMITED = -1;

    private static final Set<Role.Attribute> OF_SUPERUSERS =
            Set.of(Role.Attribute.SUPERUSER, Role.Attribute.REPLICATION, Role.Attribute.BYPASSRLS);

    private PostgresqlRoleOptions() {}

    /** What makes of one role the other, each option behind a space; what is the same in both is not mentioned, since not everybody may. */
    static String between(Role role, Role after) {
        StringBuilder options = new StringBuilder();
        for (Role.Attribute attribute : Role.Attribute.values()) {
            if (after.attributes().contains(attribute) != role.attributes().contains(attribute)) {
                options.append(word(attribute, after));
            }
        }
        if (!role.connectionLimit().equals(after.connectionLimit())) {
            options.append(" CONNECTION LIMIT ").append(after.connectionLimit().orElse(UNLIMITED));
        }
        if (!role.validUntil().equals(after.validUntil())) {
            options.append(" VALID UNTIL ")
                    .append(SYNTAX.literal(after.validUntil().orElse("infinity")));
        }
        return options.toString();
    }

    /** What makes any role this one; what only superusers may mention is mentioned only where it is wanted. */
    static String all(Role role) {
        StringBuilder options = new StringBuilder();
        for (Role.Attribute attribute : Role.Attribute.values()) {
            if (role.attributes().contains(attribute) || !OF_SUPERUSERS.contains(attribute)) {
                options.append(word(attribute, role));
            }
        }
        return options.append(" CONNECTION LIMIT ")
                .append(role.connectionLimit().orElse(UNLIMITED))
                .append(" VALID UNTIL ")
                .append(SYNTAX.literal(role.validUntil().orElse("infinity")))
                .toString();
    }

    private static String word(Role.Attribute attribute, Role role) {
        boolean wanted = role.attributes().contains(attribute);
        return " " + (wanted ? attribute.name() : opposite(attribute.name()));
    }

    private static String opposite(String attribute) {
        return attribute.startsWith(NOT) ? attribute.substring(NOT.length()) : NOT + attribute;
    }

    /** The attributes of these names. */
    public static List<Role.Attribute> attributes(List<String> names) {
        return names.stream().map(Role.Attribute::valueOf).toList();
    }

    /** A limit as the catalogue has it. */
    public static OptionalLong limit(int limit) {
        return limit == UNLIMITED ? OptionalLong.empty() : OptionalLong.of(limit);
    }
}
