package dev.decant.emit;

import dev.decant.model.role.Membership;
import dev.decant.model.role.Role;
import java.util.ArrayList;
import java.util.List;

/** Roles of the server. */
final class RoleCode implements ObjectCode<Role> {
    private static final String MEMBERSHIP = "dev.decant.model.role.Membership";

    @Override
    public Class<Role> type() {
        return Role.class;
    }

    @Override
    public String className() {
        return "Roles";
    }

    @Override
    public String fieldType() {
        return "ServerRole";
    }

    @Override
    public Chain chain(Role role, String field, FileCode file) {
        Chain chain = ObjectNames.beginOfPart("role", role.name(), field);
        role.attributes().forEach(attribute -> chain.call(call(attribute)));
        role.connectionLimit().ifPresent(limit -> chain.call("connectionLimit", Long.toString(limit)));
        role.validUntil().ifPresent(time -> chain.call("validUntil", JavaText.quoted(time)));
        role.memberships().forEach(membership -> memberOf(membership, chain, file));
        role.settings()
                .forEach(setting ->
                        chain.call("set", JavaText.quoted(setting.name()), JavaText.quoted(setting.value())));
        return chain.comment(role.comment());
    }

    private static String call(Role.Attribute attribute) {
        return switch (attribute) {
            case SUPERUSER -> "superuser";
            case CREATEDB -> "createDatabase";
            case CREATEROLE -> "createRole";
            case NOINHERIT -> "noInherit";
            case LOGIN -> "login";
            case REPLICATION -> "replication";
            case BYPASSRLS -> "bypassRowSecurity";
        };
    }

    private static void memberOf(Membership membership, Chain chain, FileCode file) {
        List<String> arguments = new ArrayList<>();
        arguments.add(JavaText.quoted(membership.role()));
        membership
                .options()
                .forEach(option -> arguments.add(file.imports().type(MEMBERSHIP) + ".Option." + option.name()));
        chain.call("memberOf", arguments.toArray(String[]::new));
    }
}
