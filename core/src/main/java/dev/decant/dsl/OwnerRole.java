package dev.decant.dsl;

import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import dev.decant.model.ownership.Ownership;

/**
 * Which role owns the table in whose class it is a field, or another thing; what nobody says it of belongs to the role that migrates. It counts
 * only where owners are looked at.
 */
public final class OwnerRole extends TableObject {
    private final Ownership.Thing thing;
    private final String owned;
    private final String role;

    OwnerRole(Ownership.Thing thing, String owned, String role) {
        super("");
        this.thing = thing;
        this.owned = owned;
        this.role = role;
    }

    @Override
    SchemaObject build(PgSchema owner, String field, Targets targets) {
        DeclaredName.Signed signed = DeclaredName.signed(owned);
        ObjectName name = thing.liesInNamespace() ? DeclaredName.qualified(signed.name()) : ObjectName.of(owned);
        return new Ownership(name, thing, thing.liesInNamespace() ? signed.signature() : "", role);
    }

    @Override
    SchemaObject build(TableDraft holder, String field) {
        return new Ownership(holder.name(), Ownership.Thing.TABLE, "", role);
    }
}
