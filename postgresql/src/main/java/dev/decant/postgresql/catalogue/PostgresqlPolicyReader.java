package dev.decant.postgresql.catalogue;

import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.policy.Policy;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads policies. */
final class PostgresqlPolicyReader {
    private static final Map<String, Policy.Command> COMMANDS = Map.of(
            "*", Policy.Command.ALL,
            "r", Policy.Command.SELECT,
            "a", Policy.Command.INSERT,
            "w", Policy.Command.UPDATE,
            "d", Policy.Command.DELETE);

    /** The role with the oid 0 is everybody. */
    private static final String POLICIES = """
            SELECT n.nspname AS namespace, c.relname AS table_name, p.polname AS name, p.polpermissive, p.polcmd,
              pg_get_expr(p.polqual, p.polrelid) AS using_condition, pg_get_expr(p.polwithcheck, p.polrelid) AS check_condition,
              obj_description(p.oid, 'pg_policy') AS comment,
              ARRAY(SELECT r.rolname::text FROM pg_roles r WHERE r.oid = ANY (p.polroles)) AS roles
            FROM pg_policy p
            JOIN pg_class c ON c.oid = p.polrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relnamespace = ANY (?)
              AND NOT EXISTS (
                SELECT FROM pg_depend d
                WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            """;

    private PostgresqlPolicyReader() {}

    /** The policies of all tables. */
    static List<Policy> read(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.read(
                POLICIES,
                row -> new Policy(
                        ObjectName.of(row.getString("namespace"), row.getString("name")),
                        ObjectName.of(row.getString("namespace"), row.getString("table_name")),
                        row.getBoolean("polpermissive"),
                        COMMANDS.getOrDefault(row.getString("polcmd"), Policy.Command.ALL),
                        PostgresqlCatalogue.texts(row, "roles"),
                        Optional.ofNullable(row.getString("using_condition")).map(Expression::new),
                        Optional.ofNullable(row.getString("check_condition")).map(Expression::new),
                        PostgresqlCatalogue.text(row, "comment")));
    }
}
