package dev.decant.dsl;

import dev.decant.model.Constraint;
import dev.decant.model.PartKind;
import dev.decant.sql.Expressions;
import java.util.List;
import java.util.Optional;

/** A check of a table class. */
public sealed class Check extends Part permits PgCheck {
    private final SqlExpression condition;
    private boolean noInherit;
    private boolean notValid;

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

    /** A check of one column is named after it, as PostgreSQL does; see AddRelationNewConstraints in its heap.c. */
    @Override
    final List<String> usualName(TableDraft table) {
        String text = condition.resolve(table).sql();
        List<String> mentioned = table.columns().stream()
                .map(ColumnPlace::name)
                .filter(column -> Expressions.mentionsColumn(text, table.name().local(), column, table.syntax()))
                .toList();
        return mentioned.size() == 1 ? List.of(mentioned.getFirst(), "check") : List.of("check");
    }

    @Override
    final Optional<Constraint> build(TableDraft table, String name) {
        return Optional.of(new Constraint.Check(name, condition.resolve(table), noInherit, notValid, comment()));
    }
}
