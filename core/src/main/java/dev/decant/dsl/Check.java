package dev.decant.dsl;

import dev.decant.model.Constraint;
import dev.decant.model.PartKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A check of a table class. */
public sealed class Check extends Part permits PgCheck {
    private final SqlExpression condition;
    private final Optional<ColumnDraft> of;
    private boolean noInherit;
    private boolean notValid;

    /** A check of the whole table, or of one column. */
    Check(String name, SqlExpression condition, Optional<ColumnDraft> of) {
        super(name);
        this.condition = condition;
        this.of = of;
    }

    /** Says what the check was called before. */
    public Check renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    final void setNoInherit() {
        noInherit = true;
    }

    final void setNotValid() {
        notValid = true;
    }

    @Override
    final boolean isRelation() {
        return false;
    }

    @Override
    final PartKind kind() {
        return PartKind.CONSTRAINT;
    }

    /** A check of one column is named after it, as PostgreSQL does; see ChooseConstraintName in its pg_constraint.c. */
    @Override
    final List<String> usualName(TableDraft table) {
        List<ColumnDraft> named = of.map(List::of)
                .orElseGet(() -> condition.columns().stream()
                        .map(Column::draft)
                        .distinct()
                        .toList());
        List<String> words = new ArrayList<>(named.size() == 1 ? table.namesOf(named) : List.of());
        words.add("check");
        return words;
    }

    @Override
    final Optional<Constraint> build(TableDraft table, String name) {
        return Optional.of(new Constraint.Check(name, condition.resolve(table), noInherit, notValid, comment()));
    }
}
