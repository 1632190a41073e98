package dev.decant.dsl;

import dev.decant.model.Constraint;
import dev.decant.model.Deferral;
import dev.decant.model.Enforcement;
import dev.decant.model.MatchType;
import dev.decant.model.PartKind;
import dev.decant.model.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A foreign key of a table class: pairs of columns, the second of which is looked up when all classes are there. */
public sealed class ForeignKey extends Part permits PgForeignKey {
    private final List<ColumnDraft> columns = new ArrayList<>();
    private final List<Supplier<? extends Column<?>>> targets = new ArrayList<>();
    private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    private MatchType match = MatchType.SIMPLE;
    private Deferral deferral = Deferral.NOT_DEFERRABLE;
    private Enforcement enforcement = Enforcement.ENFORCED;
    private boolean period;
    private final List<ColumnDraft> cleared = new ArrayList<>();

    ForeignKey(String name, ColumnDraft column, Supplier<? extends Column<?>> target) {
        super(name);
        addPair(column, target);
    }

    /** Another pair of columns. */
    public <T> ForeignKey and(Column<T> column, Supplier<? extends Column<T>> target) {
        addPair(column.draft(), target);
        return this;
    }

    /** What happens to the rows of this table when the one they point at goes. */
    public ForeignKey onDelete(ReferentialAction action) {
        onDelete = action;
        return this;
    }

    /** What happens to the rows of this table when the values they point at change. */
    public ForeignKey onUpdate(ReferentialAction action) {
        onUpdate = action;
        return this;
    }

    /** Is checked at the end of a transaction that asks for it. */
    public ForeignKey deferrable() {
        deferral = Deferral.INITIALLY_IMMEDIATE;
        return this;
    }

    /** Is checked at the end of the transaction. */
    public ForeignKey initiallyDeferred() {
        deferral = Deferral.INITIALLY_DEFERRED;
        return this;
    }

    /** Says what the key was called before. */
    public ForeignKey renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    final void addPair(ColumnDraft column, Supplier<? extends Column<?>> target) {
        columns.add(column);
        targets.add(target);
    }

    final void setMatchFull() {
        match = MatchType.FULL;
    }

    final void setNotEnforced() {
        enforcement = Enforcement.NOT_ENFORCED;
    }

    final void setPeriod() {
        period = true;
    }

    final void addCleared(ColumnDraft column) {
        cleared.add(column);
    }

    final void setNotValid() {
        enforcement = Enforcement.NOT_VALID;
    }

    @Override
    final boolean isRelation() {
        return false;
    }

    @Override
    final PartKind kind() {
        return PartKind.CONSTRAINT;
    }

    @Override
    final List<String> usualName(TableDraft table) {
        return UsualWords.ofForeignKey(table.namesOf(columns));
    }

    @Override
    final Optional<Constraint.ForeignKey> build(TableDraft table, String name) {
        return table.targets()
                .of(targets, table.definition(), origin().line())
                .map(to -> new Constraint.ForeignKey(
                        name,
                        table.namesOf(columns),
                        to.getFirst().table().name(),
                        to.stream().map(ColumnPlace::name).toList(),
                        onUpdate,
                        onDelete,
                        table.namesOf(cleared),
                        period,
                        match,
                        deferral,
                        enforcement,
                        comment()));
    }
}
