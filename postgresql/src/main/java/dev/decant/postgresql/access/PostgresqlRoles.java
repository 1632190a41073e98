package dev.decant.postgresql.access;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.role.Membership;
import dev.decant.model.role.Role;
import dev.decant.model.routine.Setting;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlSettings;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Roles, which belong to the whole server: one that another database made already is altered instead. Passwords are nowhere touched. */
public final class PostgresqlRoles implements ObjectSupport<Role> {
    @Override
    public ObjectKind<Role> kind() {
        return Role.KIND;
    }

    @Override
    public Role canonical(Role role) {
        return role.withSettings(
                role.settings().stream().map(PostgresqlSettings::canonical).toList());
    }

    @Override
    public List<Statement> create(Role role, SchemaView before) {
        Role bare = new Role(
                role.name(), List.of(), OptionalLong.empty(), Optional.empty(), List.of(), List.of(), role.comment());
        List<Statement> statements = new ArrayList<>();
        statements.add(creation(role, PostgresqlRoleOptions.between(bare, role)));
        belongings(bare, role, statements);
        return statements;
    }

    private static Statement creation(Role role, String options) {
        String name = name(role.name());
        return Statement.of("DO $role$ BEGIN\n    CREATE ROLE " + name + options
                        + ";\nEXCEPTION WHEN duplicate_object THEN\n    ALTER ROLE " + name
                        + PostgresqlRoleOptions.all(role) + ";\nEND $role$")
                .explained("a role of the whole server, which another database may have made already");
    }

    @Override
    public List<Statement> drop(Role role, SchemaView before) {
        return List.of(statement(sql("DROP ROLE").text(name(role.name())))
                .explained("refused while it owns anything in any database of the server")
                .with(Hazard.Kind.BREAKING, "nobody is " + role.name() + " any longer, in no database of the server"));
    }

    @Override
    public List<Statement> alter(Role role, Role after, SchemaView before) {
        List<Statement> statements = new ArrayList<>();
        String options = PostgresqlRoleOptions.between(role, after);
        if (!options.isEmpty()) {
            statements.add(told(Statement.of("ALTER ROLE " + name(after.name()) + options)));
        }
        belongings(role, after, statements);
        return statements;
    }

    private static void belongings(Role role, Role after, List<Statement> statements) {
        for (Membership membership : role.memberships()) {
            if (!after.memberships().contains(membership)) {
                statements.add(told(statement(revocation(membership, role)))
                        .with(
                                Hazard.Kind.BREAKING,
                                role.name() + " may no longer do what " + membership.role() + " may"));
            }
        }
        for (Membership membership : after.memberships()) {
            boolean isThere = role.memberships().contains(membership);
            if (isThere && keepsHeritage(membership, role, after)) {
                continue;
            }
            if (isThere) {
                statements.add(told(statement(revocation(membership, after))));
            }
            statements.add(told(statement(grant(membership, after))));
        }
        settings(role, after, statements);
    }

    private static Sql revocation(Membership membership, Role member) {
        return sql("REVOKE").name(membership.role()).words("FROM").text(name(member.name()));
    }

    /**
     * Whether a membership is the same for the member as it comes to be. From PostgreSQL 16 on, it remembers whether the member inherited
     * when it was given: the manual's page of GRANT. Giving it again does not change that.
     */
    private static boolean keepsHeritage(Membership membership, Role role, Role after) {
        boolean same = role.attributes().contains(Role.Attribute.NOINHERIT)
                == after.attributes().contains(Role.Attribute.NOINHERIT);
        return same
                || membership.options().contains(Membership.Option.INHERITS)
                || membership.options().contains(Membership.Option.INHERITS_NOT);
    }

    /** The options in the words that all versions know where there is but the old one. */
    private static Sql grant(Membership membership, Role member) {
        Sql sql = sql("GRANT").name(membership.role()).words("TO").text(name(member.name()));
        List<Membership.Option> options = membership.options();
        if (options.equals(List.of(Membership.Option.ADMIN))) {
            return sql.words("WITH ADMIN OPTION");
        }
        return options.isEmpty()
                ? sql
                : sql.words("WITH").commas(options, (inside, option) -> inside.words(words(option)));
    }

    private static String words(Membership.Option option) {
        return switch (option) {
            case ADMIN -> "ADMIN TRUE";
            case INHERITS -> "INHERIT TRUE";
            case INHERITS_NOT -> "INHERIT FALSE";
            case SETS_NOT -> "SET FALSE";
        };
    }

    private static void settings(Role role, Role after, List<Statement> statements) {
        for (Setting setting : role.settings()) {
            if (after.settings().stream().noneMatch(other -> other.name().equals(setting.name()))) {
                statements.add(told(statement(alterRole(after).words("RESET").text(setting.name()))));
            }
        }
        for (Setting setting : after.settings()) {
            if (!role.settings().contains(setting)) {
                Sql sql = alterRole(after);
                PostgresqlSettings.write(sql, setting);
                statements.add(told(statement(sql)));
            }
        }
    }

    private static Sql alterRole(Role role) {
        return sql("ALTER ROLE").text(name(role.name()));
    }

    private static Statement told(Statement statement) {
        return statement.explained("counts in all databases of the server");
    }

    @Override
    public List<Statement> rename(Role role, ObjectName after, SchemaView before) {
        return List.of(told(statement(alterRole(role).words("RENAME TO").name(after.local()))));
    }

    @Override
    public List<Statement> comment(Role role) {
        return List.of(PostgresqlComments.on("ROLE", name(role.name()), role.comment()));
    }
}
