package dev.decant.dsl;

import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import dev.decant.model.privilege.Privilege;
import dev.decant.model.privilege.Privileges;
import java.util.ArrayList;
import java.util.List;

/**
 * What roles may do with the table in whose class it is a field, or with another thing. It counts only where privileges are looked at; all
 * that is said of one thing stands in one field.
 */
public final class Access extends TableObject {
    /** A privilege, with the columns of the class that it is about; without any it is about what it says itself. */
    private record Given(Privilege privilege, List<ColumnDraft> columns) {}

    private final Privileges.Target target;
    private final String thing;
    private final List<Given> granted = new ArrayList<>();
    private final List<Privilege> revoked = new ArrayList<>();

    Access(Privileges.Target target, String thing) {
        super("");
        this.target = target;
        this.thing = thing;
    }

    /** Lets a role do these things: {@code SELECT}, {@code INSERT}. */
    public Access grant(String role, String... actions) {
        return grant(role, false, List.of(), actions);
    }

    /** Lets a role do these things and pass that on. */
    public Access grantWithOption(String role, String... actions) {
        return grant(role, true, List.of(), actions);
    }

    /** Lets a role do something with some columns of the table only. */
    public Access grantOn(String role, String action, Column<?>... columns) {
        return grant(role, false, drafts(columns), action);
    }

    /** Lets a role do something with some columns of the table only, and pass that on. */
    public Access grantOnWithOption(String role, String action, Column<?>... columns) {
        return grant(role, true, drafts(columns), action);
    }

    /** Lets a role do something with some columns only, of a view for instance. */
    public Access grantOn(String role, String action, String... columns) {
        return grant(role, false, action, columns);
    }

    /** Lets a role do something with some columns only, of a view for instance, and pass that on. */
    public Access grantOnWithOption(String role, String action, String... columns) {
        return grant(role, true, action, columns);
    }

    private static List<ColumnDraft> drafts(Column<?>... columns) {
        List<ColumnDraft> drafts = new ArrayList<>();
        for (Column<?> column : columns) {
            drafts.add(column.draft());
        }
        return drafts;
    }

    private Access grant(String role, boolean grantable, String action, String... columns) {
        for (String column : columns) {
            Privilege whole = Privilege.of(role, action).withGrantable(grantable);
            granted.add(new Given(whole.withColumn(column), List.of()));
        }
        return this;
    }

    private Access grant(String role, boolean grantable, List<ColumnDraft> columns, String... actions) {
        for (String action : actions) {
            granted.add(new Given(Privilege.of(role, action).withGrantable(grantable), columns));
        }
        return this;
    }

    /** Lets everybody do these things. */
    public Access grantToAll(String... actions) {
        return grant("", actions);
    }

    /** Keeps everybody from what everybody may do with a new thing of the kind: {@code EXECUTE} of a function. */
    public Access revokeFromAll(String... actions) {
        return revoke("", actions);
    }

    /** Keeps a role from what it may do with a new thing of the kind, be it the owner. */
    public Access revoke(String role, String... actions) {
        for (String action : actions) {
            revoked.add(Privilege.of(role, action));
        }
        return this;
    }

    @Override
    SchemaObject build(PgSchema owner, String field, Targets targets) {
        if (!target.liesInNamespace()) {
            return new Privileges(ObjectName.of(thing), target, "", whole(), revoked);
        }
        DeclaredName.Signed signed = DeclaredName.signed(thing);
        return new Privileges(DeclaredName.qualified(signed.name()), target, signed.signature(), whole(), revoked);
    }

    private List<Privilege> whole() {
        if (granted.stream().anyMatch(given -> !given.columns().isEmpty())) {
            throw new IllegalArgumentException(
                    "fields stand for columns only in the class of their table; here columns have names");
        }
        return granted.stream().map(Given::privilege).toList();
    }

    @Override
    SchemaObject build(TableDraft holder, String field) {
        List<Privilege> all = new ArrayList<>();
        for (Given given : granted) {
            if (given.columns().isEmpty()) {
                all.add(given.privilege());
            }
            holder.namesOf(given.columns())
                    .forEach(column -> all.add(given.privilege().withColumn(column)));
        }
        return new Privileges(holder.name(), Privileges.Target.TABLE, "", all, revoked);
    }
}
