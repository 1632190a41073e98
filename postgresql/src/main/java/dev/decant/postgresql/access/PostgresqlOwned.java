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
 * @param companions whether range types brought them, so that they may be called otherwise by now, as the server renames the functions with no
 *     range type, and since 17 roles have no privileges of their own on the types of several ranges (ExecGrant_Type_check in
 *     src/backend/catalog/aclchk.c)
 * @param things the things
 */
record PostgresqlOwned(Target target, boolean companions, List<Privileges> things) {
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
     * What takes a privilege from a role on those that it does not own, or from everybody.
     *
     * @param revoke the beginning: {@code REVOKE SELECT}
     * @param role its name; empty for everybody
     */
    String revocation(String revoke, String role) {
        Catalogue catalogue = Catalogue.of(target);
        String besides =
                role.isEmpty() ? "" : " AND " + catalogue.owner() + " <> " + SYNTAX.literal(name(role)) + "::regrole";
        return forEach(revoke, "FROM " + grantee(role), besides);
    }

    /**
     * What gives a privilege on them.
     *
     * @param grant the beginning: {@code GRANT SELECT}
     * @param role its name; empty for everybody
     * @param option the end: {@code WITH GRANT OPTION}
     */
    String grant(String grant, String role, String option) {
        return forEach(grant, "TO " + grantee(role) + option, "");
    }

    private static String grantee(String role) {
        return role.isEmpty() ? "PUBLIC" : name(role);
    }

    private String forEach(String beginning, String end, String condition) {
        Catalogue catalogue = Catalogue.of(target);
        String statement = beginning + " ON " + target + " %s " + end.replace("%", "%%");
        return """
                DO $owned$ DECLARE thing %s; BEGIN
                    FOR thing IN SELECT oid FROM %s
                        WHERE oid IN (%s)%s
                    LOOP
                        EXECUTE format(%s, thing);
                    END LOOP;
                END $owned$""".formatted(
                        catalogue.alias(),
                        catalogue.table(),
                        things.stream().map(this::found).collect(Collectors.joining(", ")),
                        condition + ownPrivileges(),
                        SYNTAX.literal(statement));
    }

    private String found(Privileges thing) {
        String alias = Catalogue.of(target).alias();
        String called = SYNTAX.literal(called(thing));
        return companions ? "to_" + alias + "(" + called + ")" : called + "::" + alias;
    }

    private String ownPrivileges() {
        return companions && target == Target.TYPE
                ? " AND current_setting('server_version_num')::integer < 170000"
                : "";
    }

    /** The names as a statement lists them. */
    String list() {
        return things.stream().map(PostgresqlOwned::called).collect(Collectors.joining(", "));
    }

    private static String called(Privileges thing) {
        return thing.target() == Target.SCHEMA ? name(thing.name().local()) : name(thing.name()) + thing.arguments();
    }
}
