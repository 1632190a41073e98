package dev.decant.postgresql.access;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.Expression;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.policy.Policy;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlExpressions;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.sql.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Policies: whom they are about and their conditions change in place, what they are about does not. */
public final class PostgresqlPolicies implements ObjectSupport<Policy> {
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
