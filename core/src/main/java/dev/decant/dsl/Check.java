package dev.decant.dsl;

import dev.decant.model.Constraint;
import dev.decant.model.Enforcement;
import dev.decant.model.PartKind;
import java.util.List;
import java.util.Optional;

/** A check of a table class. */
public sealed class Check extends Part permits PgCheck {
    private final SqlExpression condition;
    private boolean noInherit;
    private Enforcement enforcement = Enforcement.ENFORCED;

    Check(String name, SqlExpression condition) {
        super(name);
        this.condition = condition;
    }

    /** Says what the check was called before. */
    public Check renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    final void setNoInherit() {
        noInherit = true;
    }

    final void setNotEnforced() {
        enforcement = Enforcement.NOT_ENFORCED;
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
        List<String> columns = table.columns().stream().map(ColumnPlace::name).toList();
        return UsualWords.ofCheck(condition.resolve(table), table.name().local(), columns, table.syntax());
    }

    @Override
    final Optional<Constraint> build(TableDraft table, String name) {
        return Optional.of(new Constraint.Check(name, condition.resolve(table), noInherit, enforcement, comment()));
    }
}
