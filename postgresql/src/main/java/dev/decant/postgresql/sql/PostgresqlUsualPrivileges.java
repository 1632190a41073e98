package dev.decant.postgresql.sql;

import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.privilege.DefaultPrivileges;
import dev.decant.model.privilege.Privilege;
import dev.decant.model.privilege.Privileges;
import java.util.List;
import java.util.Optional;

/**
 * What roles may do with things because default privileges gave it: nobody has to say it of each thing. Which role makes the things is not
 * known before, so whatever any of them gives in a namespace counts as usual there.
 */
public final class PostgresqlUsualPrivileges {
    private PostgresqlUsualPrivileges() {}

    /** A schema without that. */
    public static Schema leftAway(Schema schema) {
        List<DefaultPrivileges> defaults = schema.objects(DefaultPrivileges.KIND);
        if (defaults.isEmpty()) {
            return schema;
        }
        SchemaBuilder rest = schema.toBuilder();
        for (Privileges privileges : schema.objects(Privileges.KIND)) {
            Privileges unusual = without(privileges, defaults);
            if (unusual.granted().isEmpty() && unusual.revoked().isEmpty()) {
                rest.removeObject(privileges.key());
            } else {
                rest.replace(unusual);
            }
        }
        return rest.build();
    }

    private static Privileges without(Privileges privileges, List<DefaultPrivileges> defaults) {
        List<Privilege> granted = privileges.granted();
        List<Privilege> revoked = privileges.revoked();
        for (DefaultPrivileges usual : defaults) {
            if (isAbout(usual, privileges)) {
                granted = minus(granted, usual.granted());
                revoked = minus(revoked, usual.revoked());
            }
        }
        return new Privileges(privileges.name(), privileges.target(), privileges.arguments(), granted, revoked);
    }

    /** Whether default privileges give or take anything of a thing of that kind and name. */
    public static boolean isAbout(DefaultPrivileges usual, Privileges privileges) {
        String namespace = usual.name().schema();
        return things(privileges.target()).filter(usual.things()::equals).isPresent()
                && (namespace.isEmpty() || namespace.equals(privileges.name().schema()));
    }

    private static Optional<DefaultPrivileges.Things> things(Privileges.Target target) {
        return switch (target) {
            case TABLE -> Optional.of(DefaultPrivileges.Things.TABLES);
            case SEQUENCE -> Optional.of(DefaultPrivileges.Things.SEQUENCES);
            case SCHEMA -> Optional.of(DefaultPrivileges.Things.SCHEMAS);
            case FUNCTION, PROCEDURE -> Optional.of(DefaultPrivileges.Things.FUNCTIONS);
            case TYPE -> Optional.of(DefaultPrivileges.Things.TYPES);
            case LANGUAGE, FOREIGN_SERVER, FOREIGN_DATA_WRAPPER -> Optional.empty();
        };
    }

    /** Those that the others do not include; what may be passed on includes what may not. */
    public static List<Privilege> minus(List<Privilege> all, List<Privilege> some) {
        return all.stream()
                .filter(privilege -> !some.contains(privilege) && !some.contains(privilege.withGrantable(true)))
                .toList();
    }
}
