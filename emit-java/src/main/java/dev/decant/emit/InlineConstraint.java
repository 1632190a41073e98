package dev.decant.emit;

import dev.decant.model.Constraint;
import dev.decant.model.Enforcement;
import dev.decant.model.ReferentialAction;
import dev.decant.model.Table;

/** A constraint that is said with its column. */
final class InlineConstraint {
    private final FileCode file;
    private final Table table;

    InlineConstraint(FileCode file, Table table) {
        this.file = file;
        this.table = table;
    }

    /** Adds the calls; the primary key has a place of its own in the chain. */
    void addBehind(Constraint constraint, Chain chain) {
        if (!(constraint instanceof Constraint.PrimaryKey)) {
            add(constraint, chain);
        }
    }

    /** Adds the calls. */
    void add(Constraint constraint, Chain chain) {
        String name = file.isUsual(table, constraint) ? "" : JavaText.quoted(constraint.name());
        switch (constraint) {
            case Constraint.PrimaryKey key -> chain.call("primaryKey", name);
            case Constraint.Unique unique -> chain.call("unique", name);
            case Constraint.Check check ->
                chain.call("check", name, JavaText.of(check.condition().sql()));
            case Constraint.ForeignKey key -> addReference(key, name, chain);
            case Constraint.Exclusion exclusion ->
                throw new IllegalArgumentException("an exclusion is about no column alone");
        }
    }

    private void addReference(Constraint.ForeignKey key, String name, Chain chain) {
        KeyTarget target = new KeyTarget(file, table, key);
        chain.call(target.isTyped(0) ? "references" : "referencesAny", name, target.supplier(0));
        addActions(key, chain);
        chain.callIf(key.enforcement() == Enforcement.NOT_VALID, "notValid");
    }

    /** Adds what happens to the rows, and when. */
    static void addActions(Constraint.ForeignKey key, Chain chain) {
        if (key.onDelete() != ReferentialAction.NO_ACTION) {
            chain.call("onDelete", key.onDelete().name());
        }
        if (key.onUpdate() != ReferentialAction.NO_ACTION) {
            chain.call("onUpdate", key.onUpdate().name());
        }
        Deferrals.add(key.deferral(), chain);
    }
}
