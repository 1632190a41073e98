package dev.decant.postgresql.access;

import static dev.decant.postgresql.sql.PostgresqlText.SYNTAX;
import static dev.decant.postgresql.sql.PostgresqlText.name;

import dev.decant.model.privilege.Privileges;
import dev.decant.model.privilege.Privileges.Target;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Things of one kind, any of which the role may own that is to lose a privilege on them: who owns what is not known before, and the owner would
 * lose what is his anyway, while all that was meant is what others gave him (the manual's page of REVOKE).
 *
 * @param target the kind
 * @param things the things
 */
record PostgresqlOwned(Target target, List<Privileges> things) {
    /** Where the catalogue has things of a kind, and what it calls them by. */
    private record Catalogue(String table, String owner, String alias) {
        static Catalogue of(Target target) {
            return switch (target) {
                case TABLE, SEQUENCE -> new Catalogue("pg_class", "relowner", "regclass");
                case SCHEMA -> new Catalogue("pg_namespace", "nspowner", "regnamespace");
                case FUNCTION, PROCEDURE -> new Catalogue("pg_proc", "proowner", "regprocedure");
                case TYPE -> new Catalogue("pg_type", "typowner", "regtype");
                case LANGUAGE, FOREIGN_SERVER, FOREIGN_DATA_WRAPPER ->
                    throw new IllegalArgumentException("there are no default privileges on a " + target);
            };
        }
    }

    /**
     * What takes a privilege from a role on those that it does not own.
     *
     * @param revoke the beginning: {@code REVOKE SELECT}
     */
    String revocation(String revoke, String role) {
        Catalogue catalogue = Catalogue.of(target);
        String those = things.stream()
                .map(thing -> SYNTAX.literal(called(thing)) + "::" + catalogue.alias())
                .collect(Collectors.joining(", "));
        String statement = revoke + " ON " + target + " %s FROM " + name(role).replace("%", "%%");
        return """
                DO $owned$ DECLARE thing %s; BEGIN
                    FOR thing IN SELECT oid FROM %s
                        WHERE oid IN (%s) AND %s <> %s::regrole
                    LOOP
                        EXECUTE format(%s, thing);
                    END LOOP;
                END $owned$""".formatted(
                        catalogue.alias(),
                        catalogue.table(),
                        those,
                        catalogue.owner(),
                        SYNTAX.literal(name(role)),
                        SYNTAX.literal(statement));
    }

    /** The names as a statement lists them. */
    String list() {
        return things.stream().map(PostgresqlOwned::called).collect(Collectors.joining(", "));
    }

    private static String called(Privileges thing) {
        return thing.target() == Target.SCHEMA ? name(thing.name().local()) : name(thing.name()) + thing.arguments();
    }
}
