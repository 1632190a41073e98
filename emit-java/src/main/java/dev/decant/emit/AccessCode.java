package dev.decant.emit;

import dev.decant.model.ObjectName;
import dev.decant.model.privilege.Privilege;
import dev.decant.model.privilege.Privileges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What roles may do with things, those of tables in the classes of the tables. */
final class AccessCode implements ObjectCode<Privileges> {
    private static final String PRIVILEGES = "dev.decant.model.privilege.Privileges";

    private record OnColumns(String grantee, String action, boolean grantable, boolean own) {}

    @Override
    public Class<Privileges> type() {
        return Privileges.class;
    }

    @Override
    public String className() {
        return "AccessRights";
    }

    @Override
    public Optional<ObjectName> table(Privileges privileges) {
        return privileges.target() == Privileges.Target.TABLE ? Optional.of(privileges.name()) : Optional.empty();
    }

    /** In the class of its table it is the only one. */
    @Override
    public String field(Privileges privileges) {
        return privileges.target() == Privileges.Target.TABLE
                ? "access"
                : Identifiers.field(privileges.name().local() + "_access", "access");
    }

    @Override
    public String fieldType() {
        return "Access";
    }

    @Override
    public Chain chain(Privileges privileges, String field, FileCode file) {
        boolean inTable = table(privileges)
                .filter(table -> file.schema().table(table).isPresent())
                .isPresent();
        Chain chain = Chain.of(inTable ? "access()" : "access(" + thing(privileges, file) + ")");
        GrantCalls calls = new GrantCalls("the " + privileges.key(), file);
        calls.revoke(privileges.revoked(), chain);
        calls.grant(
                privileges.granted().stream()
                        .filter(privilege -> privilege.column().isEmpty())
                        .toList(),
                chain);
        onColumns(privileges, file).forEach((on, columns) -> grantOn(on, columns, chain));
        return chain;
    }

    private static String thing(Privileges privileges, FileCode file) {
        String kind = file.imports().type(PRIVILEGES) + ".Target."
                + privileges.target().name();
        String name = privileges.target().liesInNamespace()
                ? ObjectNames.text(privileges.name()) + privileges.arguments()
                : privileges.name().local();
        return kind + ", " + JavaText.quoted(name);
    }

    /** Columns of the table's class are its fields, and those that it has from elsewhere have names. */
    private static Map<OnColumns, List<String>> onColumns(Privileges privileges, FileCode file) {
        Map<OnColumns, List<String>> all = new LinkedHashMap<>();
        for (Privilege privilege : privileges.granted()) {
            String column = privilege.column();
            boolean own = file.schema()
                    .table(privileges.name())
                    .filter(table -> table.column(column).isPresent())
                    .isPresent();
            if (!column.isEmpty()) {
                OnColumns key = new OnColumns(privilege.grantee(), privilege.action(), privilege.grantable(), own);
                all.computeIfAbsent(key, each -> new ArrayList<>())
                        .add(own ? file.names().fieldsOf(privileges.name()).column(column) : JavaText.quoted(column));
            }
        }
        return all;
    }

    private static void grantOn(OnColumns on, List<String> columns, Chain chain) {
        List<String> arguments = new ArrayList<>();
        arguments.add(JavaText.quoted(on.grantee()));
        arguments.add(JavaText.quoted(on.action()));
        arguments.addAll(columns);
        chain.call(on.grantable() ? "grantOnWithOption" : "grantOn", arguments.toArray(String[]::new));
    }
}
