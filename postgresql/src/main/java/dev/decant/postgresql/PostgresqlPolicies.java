package dev.decant.postgresql;

import static dev.decant.postgresql.PostgresqlText.name;
import static dev.decant.postgresql.PostgresqlText.sql;
import static dev.decant.postgresql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.Expression;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.policy.Policy;
import dev.decant.sql.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Policies: whom they are about and their conditions change in place, what they are about does not. */
final class PostgresqlPolicies implements ObjectSupport<Policy> {
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

    @Override
    public ObjectKind<Policy> kind() {
        return Policy.KIND;
    }

    @Override
    public Policy canonical(Policy policy) {
        return policy.withConditions(
                policy.using().map(PostgresqlExpressions::canonical),
                policy.withCheck().map(PostgresqlExpressions::canonical));
    }

    @Override
    public boolean altersInPlace(Policy policy, Policy after) {
        boolean loses = policy.using().isPresent() && after.using().isEmpty()
                || policy.withCheck().isPresent() && after.withCheck().isEmpty();
        return policy.permissive() == after.permissive() && policy.command() == after.command() && !loses;
    }

    @Override
    public List<Statement> create(Policy policy, SchemaView before) {
        Sql sql = on(sql("CREATE POLICY"), policy)
                .when(!policy.permissive(), "AS RESTRICTIVE")
                .when(
                        policy.command() != Policy.Command.ALL,
                        "FOR " + policy.command().name().toUpperCase(Locale.ROOT));
        to(sql, policy.roles(), !policy.roles().isEmpty());
        conditions(sql, policy.using(), policy.withCheck());
        return List.of(statement(sql).explained(PostgresqlLocks.moment(policy.table())));
    }

    private static Sql on(Sql sql, Policy policy) {
        return sql.name(policy.name().local()).words("ON").text(name(policy.table()));
    }

    private static void to(Sql sql, List<String> roles, boolean said) {
        if (!said) {
            return;
        }
        sql.words("TO");
        if (roles.isEmpty()) {
            sql.words("PUBLIC");
        } else {
            sql.commas(roles, Sql::name);
        }
    }

    private static void conditions(Sql sql, Optional<Expression> using, Optional<Expression> withCheck) {
        using.ifPresent(condition -> sql.words("USING").parenthesized(condition.sql()));
        withCheck.ifPresent(condition -> sql.words("WITH CHECK").parenthesized(condition.sql()));
    }

    @Override
    public List<Statement> drop(Policy policy, SchemaView before) {
        return List.of(statement(on(sql("DROP POLICY"), policy))
                .explained(PostgresqlLocks.moment(policy.table()))
                .with(
                        Hazard.Kind.BREAKING,
                        policy.permissive()
                                ? "rows of " + policy.table() + " that only "
                                        + policy.name().local() + " shows are no longer seen"
                                : "rows of " + policy.table() + " that "
                                        + policy.name().local() + " hides can be seen"));
    }

    @Override
    public List<Statement> alter(Policy policy, Policy after, SchemaView before) {
        boolean same = policy.roles().equals(after.roles())
                && policy.using().equals(after.using())
                && policy.withCheck().equals(after.withCheck());
        if (same) {
            return List.of();
        }
        Sql sql = on(sql("ALTER POLICY"), after);
        to(sql, after.roles(), !policy.roles().equals(after.roles()));
        conditions(
                sql,
                after.using().filter(condition -> !policy.using().equals(Optional.of(condition))),
                after.withCheck().filter(condition -> !policy.withCheck().equals(Optional.of(condition))));
        return List.of(statement(sql).explained(PostgresqlLocks.moment(after.table())));
    }

    @Override
    public List<Statement> rename(Policy policy, ObjectName after, SchemaView before) {
        return List.of(
                statement(on(sql("ALTER POLICY"), policy).words("RENAME TO").name(after.local()))
                        .explained(PostgresqlLocks.moment(policy.table())));
    }

    @Override
    public List<Statement> comment(Policy policy) {
        return List.of(PostgresqlComments.on(
                "POLICY", name(policy.name().local()) + " ON " + name(policy.table()), policy.comment()));
    }
}
