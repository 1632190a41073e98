package dev.decant.postgresql.access;

import static dev.decant.postgresql.sql.PostgresqlText.name;

import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaView;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.privilege.DefaultPrivileges;
import dev.decant.model.privilege.Privilege;
import dev.decant.model.privilege.Privileges;
import dev.decant.postgresql.sql.PostgresqlRangeCompanions;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.postgresql.sql.PostgresqlUsualPrivileges;
import dev.decant.sql.Sql;
import java.util.List;
import java.util.stream.Stream;

/** What roles may do with things that are there. */
public final class PostgresqlPrivileges implements ObjectSupport<Privileges> {
    @Override
    public ObjectKind<Privileges> kind() {
        return Privileges.KIND;
    }

    private static PostgresqlGrants grants(Privileges privileges) {
        return new PostgresqlGrants(
                () -> new Sql(PostgresqlText.SYNTAX),
                sql -> sql.words("ON " + privileges.target()).text(thing(privileges)),
                privileges.name().toString());
    }

    private static String thing(Privileges privileges) {
        return name(privileges.name()) + privileges.arguments();
    }

    @Override
    public List<Statement> create(Privileges privileges, SchemaView before) {
        List<Privilege> withheld = privileges.revoked().stream()
                .filter(revoked -> isGivenBeforehand(revoked, privileges, before)
                        && !isOwner(revoked.grantee(), privileges, before))
                .toList();
        List<Privilege> taken = privileges.revoked().stream()
                .filter(revoked -> !withheld.contains(revoked))
                .toList();
        PostgresqlOwned thing = new PostgresqlOwned(
                privileges.target(), PostgresqlRangeCompanions.includes(privileges, before), List.of(privileges));
        return Stream.concat(
                        PostgresqlGrants.besidesOwners(thing)
                                .change(List.of(), List.of(), List.of(), withheld)
                                .stream(),
                        grants(privileges).change(List.of(), List.of(), privileges.granted(), taken).stream())
                .toList();
    }

    /** Whether default privileges give what shall not be there; who made the thing has it as the owner, whatever they say. */
    private static boolean isGivenBeforehand(Privilege revoked, Privileges privileges, SchemaView state) {
        return state.objects(DefaultPrivileges.KIND).stream()
                .filter(usual -> PostgresqlUsualPrivileges.isAbout(usual, privileges))
                .anyMatch(usual -> usual.granted().contains(revoked));
    }

    /** Whether it is known that the thing belongs to the role: what is taken from an owner, no default has given. */
    private static boolean isOwner(String role, Privileges privileges, SchemaView state) {
        return privileges.uses().stream()
                .flatMap(used ->
                        used instanceof Reference.ToObject(ObjectKey key) ? state.object(key).stream() : Stream.empty())
                .anyMatch(object -> object instanceof Ownership ownership
                        && ownership.role().equals(role));
    }

    @Override
    public List<Statement> drop(Privileges privileges, SchemaView before) {
        return grants(privileges).change(privileges.granted(), privileges.revoked(), List.of(), List.of());
    }

    @Override
    public List<Statement> alter(Privileges privileges, Privileges after, SchemaView before) {
        return grants(after).change(privileges.granted(), privileges.revoked(), after.granted(), after.revoked());
    }

    @Override
    public List<Statement> rename(Privileges privileges, ObjectName after, SchemaView before) {
        throw new UnsupportedChangeException(
                privileges.key().toString(), "privileges have no name of their own", "rename the thing they are about");
    }

    @Override
    public List<Statement> comment(Privileges privileges) {
        return List.of();
    }
}
