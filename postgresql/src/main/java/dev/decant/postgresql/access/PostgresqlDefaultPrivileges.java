package dev.decant.postgresql.access;

import static dev.decant.postgresql.sql.PostgresqlText.sql;

import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.privilege.DefaultPrivileges;
import dev.decant.model.privilege.Privilege;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What roles may do with things that will be there: ALTER DEFAULT PRIVILEGES. What is no longer given so goes from the things that have it. */
public final class PostgresqlDefaultPrivileges implements ObjectSupport<DefaultPrivileges> {
    @Override
    public ObjectKind<DefaultPrivileges> kind() {
        return DefaultPrivileges.KIND;
    }

    private static PostgresqlGrants grants(DefaultPrivileges privileges) {
        return new PostgresqlGrants(
                () -> beginning(privileges.name()),
                sql -> sql.words("ON " + privileges.things()),
                "new " + privileges.things().toString().toLowerCase(Locale.ROOT) + " of "
                        + privileges.name().local());
    }

    private static Sql beginning(ObjectName role) {
        return sql("ALTER DEFAULT PRIVILEGES FOR ROLE")
                .name(role.local())
                .when(!role.schema().isEmpty(), more -> more.words("IN SCHEMA").name(role.schema()));
    }

    @Override
    public List<Statement> create(DefaultPrivileges privileges, SchemaView before) {
        return grants(privileges).change(List.of(), List.of(), privileges.granted(), privileges.revoked());
    }

    @Override
    public List<Statement> drop(DefaultPrivileges privileges, SchemaView before) {
        return alter(
                privileges,
                new DefaultPrivileges(privileges.name(), privileges.things(), List.of(), List.of()),
                before);
    }

    @Override
    public List<Statement> alter(DefaultPrivileges privileges, DefaultPrivileges after, SchemaView before) {
        List<Statement> statements = new ArrayList<>(grants(after)
                .change(
                        privileges.granted(),
                        privileges.revoked(),
                        withOwn(privileges, after.granted()),
                        after.revoked()));
        statements.addAll(PostgresqlFormerDefaults.settled(privileges, after, before));
        return statements;
    }

    /** What is left to a role that may no longer pass on what everywhere it has of what it makes: ALTER DEFAULT PRIVILEGES begins with that. */
    private static List<Privilege> withOwn(DefaultPrivileges before, List<Privilege> after) {
        Stream<Privilege> own = before.granted().stream()
                .filter(privilege -> before.name().schema().isEmpty())
                .filter(privilege -> privilege.grantee().equals(before.name().local()))
                .filter(privilege -> privilege.grantable() && !after.contains(privilege))
                .map(privilege -> privilege.withGrantable(false));
        return Stream.concat(after.stream(), own).toList();
    }

    @Override
    public List<Statement> rename(DefaultPrivileges privileges, ObjectName after, SchemaView before) {
        throw new UnsupportedChangeException(
                privileges.key().toString(), "default privileges have no name of their own", "leave the rename out");
    }

    @Override
    public List<Statement> comment(DefaultPrivileges privileges) {
        return List.of();
    }
}
