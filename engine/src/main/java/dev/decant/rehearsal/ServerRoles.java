package dev.decant.rehearsal;

import dev.decant.model.ObjectKey;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.role.Role;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The roles that a schema says, among all those that every database of a server shows.
 *
 * @param said those that it says
 */
record ServerRoles(List<Role> said) {
    /** Those of a schema. */
    static ServerRoles of(Schema schema) {
        return new ServerRoles(schema.objects(Role.KIND));
    }

    /** Whether a schema says any. */
    static boolean areIn(Schema schema) {
        return !schema.objects(Role.KIND).isEmpty();
    }

    /** What was found, without any other roles. */
    Schema among(Schema found) {
        Set<ObjectKey> keys = said.stream().map(Role::key).collect(Collectors.toSet());
        return without(found, role -> !keys.contains(role.key())).build();
    }

    /** What was found, with the roles as they are said: one that is there may have more than that, which building it does not take away. */
    Schema insteadOfThoseIn(Schema found) {
        SchemaBuilder others = without(found, role -> true);
        said.forEach(others::add);
        return others.build();
    }

    private static SchemaBuilder without(Schema found, Predicate<Role> gone) {
        SchemaBuilder rest = found.toBuilder();
        found.objects(Role.KIND).stream().filter(gone).forEach(role -> rest.removeObject(role.key()));
        return rest;
    }
}
