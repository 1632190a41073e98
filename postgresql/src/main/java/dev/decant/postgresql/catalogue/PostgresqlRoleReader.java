package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.parameters;
import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;
import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.texts;

import dev.decant.model.ObjectName;
import dev.decant.model.role.Membership;
import dev.decant.model.role.Role;
import dev.decant.model.routine.Setting;
import dev.decant.postgresql.access.PostgresqlRoleOptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the roles of a server without those that it was made with; passwords are in a catalogue that is not read. */
final class PostgresqlRoleReader {
    /** The role that initdb makes has the oid 10 (BOOTSTRAP_SUPERUSERID in pg_authid.dat). */
    private static final String ROLES = """
            SELECT r.rolname AS name, r.rolconnlimit, r.rolconfig, shobj_description(r.oid, 'pg_authid') AS comment,
              CASE WHEN isfinite(r.rolvaliduntil)
                THEN to_char(r.rolvaliduntil AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS+00') END AS valid_until,
              array_remove(ARRAY[
                CASE WHEN r.rolsuper THEN 'SUPERUSER' END, CASE WHEN r.rolcreatedb THEN 'CREATEDB' END,
                CASE WHEN r.rolcreaterole THEN 'CREATEROLE' END, CASE WHEN NOT r.rolinherit THEN 'NOINHERIT' END,
                CASE WHEN r.rolcanlogin THEN 'LOGIN' END, CASE WHEN r.rolreplication THEN 'REPLICATION' END,
                CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' END], NULL) AS attributes
            FROM pg_roles r
            WHERE r.rolname !~ '^pg_' AND r.oid <> 10 AND ?::oid[] IS NOT NULL
            """;

    /** Several may have made the same role a member. */
    private static final String MEMBERSHIPS = """
            SELECT m.rolname AS member, g.rolname AS role,
              array_remove(ARRAY[CASE WHEN bool_or(a.admin_option) THEN 'ADMIN' END%s], NULL) AS options
            FROM pg_auth_members a
            JOIN pg_roles m ON m.oid = a.member
            JOIN pg_roles g ON g.oid = a.roleid
            WHERE ?::oid[] IS NOT NULL
            GROUP BY m.rolname, g.rolname, m.rolinherit
            """;

    private static final String SINCE_16 = """
            , CASE WHEN bool_or(a.inherit_option) AND NOT m.rolinherit THEN 'INHERITS' END,
              CASE WHEN NOT bool_or(a.inherit_option) AND m.rolinherit THEN 'INHERITS_NOT' END,
              CASE WHEN NOT bool_or(a.set_option) THEN 'SETS_NOT' END""";

    private PostgresqlRoleReader() {}

    /** The roles that are looked at; no query when there are none. */
    static List<Role> read(PostgresqlCatalogue catalogue) throws SQLException {
        if (catalogue.scope().roles().isEmpty()) {
            return List.of();
        }
        Map<String, List<Membership>> memberships = memberships(catalogue);
        return catalogue
                .read(ROLES, row -> role(row, memberships.getOrDefault(row.getString("name"), List.of())))
                .stream()
                .filter(role -> catalogue.scope().includesRole(role.name().local()))
                .toList();
    }

    private static Map<String, List<Membership>> memberships(PostgresqlCatalogue catalogue) throws SQLException {
        Map<String, List<Membership>> memberships = new HashMap<>();
        String query = MEMBERSHIPS.formatted(catalogue.version() >= 16 ? SINCE_16 : "");
        catalogue.read(
                query,
                row -> memberships
                        .computeIfAbsent(row.getString("member"), member -> new ArrayList<>())
                        .add(new Membership(
                                row.getString("role"),
                                texts(row, "options").stream()
                                        .map(Membership.Option::valueOf)
                                        .toList())));
        return memberships;
    }

    private static Role role(ResultSet row, List<Membership> memberships) throws SQLException {
        List<Setting> settings = parameters(row, "rolconfig").entrySet().stream()
                .map(entry -> new Setting(entry.getKey(), entry.getValue()))
                .toList();
        return new Role(
                ObjectName.of(row.getString("name")),
                PostgresqlRoleOptions.attributes(texts(row, "attributes")),
                PostgresqlRoleOptions.limit(row.getInt("rolconnlimit")),
                Optional.ofNullable(row.getString("valid_until")),
                memberships,
                settings,
                text(row, "comment"));
    }
}
