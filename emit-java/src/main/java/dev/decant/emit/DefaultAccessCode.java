package dev.decant.emit;

import dev.decant.model.privilege.DefaultPrivileges;
import java.util.Locale;

/** What roles may do with things that a role will make. */
final class DefaultAccessCode implements ObjectCode<DefaultPrivileges> {
    private static final String PRIVILEGES = "dev.decant.model.privilege.DefaultPrivileges";

    @Override
    public Class<DefaultPrivileges> type() {
        return DefaultPrivileges.class;
    }

    @Override
    public String className() {
        return "AccessRights";
    }

    @Override
    public String field(DefaultPrivileges privileges) {
        return Identifiers.field(
                privileges.name().local() + "_new_" + privileges.things().name().toLowerCase(Locale.ROOT), "access");
    }

    @Override
    public String fieldType() {
        return "DefaultAccess";
    }

    @Override
    public Chain chain(DefaultPrivileges privileges, String field, FileCode file) {
        String namespace = privileges.name().schema();
        String things = file.imports().type(PRIVILEGES) + ".Things."
                + privileges.things().name();
        Chain chain =
                Chain.of("defaultAccess(" + JavaText.quoted(privileges.name().local()) + ", " + things + ")");
        if (!namespace.isEmpty()) {
            chain.call("inSchema", JavaText.quoted(namespace));
        }
        GrantCalls calls = new GrantCalls("the " + privileges.key(), file);
        calls.revoke(privileges.revoked(), chain);
        calls.grant(privileges.granted(), chain);
        return chain;
    }
}
