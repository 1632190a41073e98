package dev.decant.postgresql.sql;

import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.privilege.Privilege;
import dev.decant.model.privilege.Privileges;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is granted to the owner of a thing, who may do it anyway: the server keeps it as the owner's. */
public final class PostgresqlOwnRights {
    private PostgresqlOwnRights() {}

    /** A schema without that. */
    public static Schema leftAway(Schema schema) {
        List<Ownership> owners = schema.objects(Ownership.KIND);
        if (owners.isEmpty()) {
            return schema;
        }
        Map<Reference, String> roles = new HashMap<>();
        owners.forEach(ownership -> roles.put(new Reference.ToObject(ownership.key()), ownership.role()));
        SchemaBuilder rest = schema.toBuilder();
        schema.objects(Privileges.KIND)
                .forEach(privileges -> privileges.uses().stream()
                        .filter(roles::containsKey)
                        .map(roles::get)
                        .forEach(role -> replace(rest, privileges, role)));
        return rest.build();
    }

    private static void replace(SchemaBuilder rest, Privileges privileges, String owner) {
        List<Privilege> others = privileges.granted().stream()
                .filter(privilege -> !privilege.grantee().equals(owner))
                .toList();
        Privileges left = new Privileges(
                privileges.name(), privileges.target(), privileges.arguments(), others, privileges.revoked());
        if (others.isEmpty() && left.revoked().isEmpty()) {
            rest.removeObject(privileges.key());
        } else {
            rest.replace(left);
        }
    }
}
