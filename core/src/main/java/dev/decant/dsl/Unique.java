package dev.decant.dsl;

import dev.decant.model.Constraint;
import java.util.List;
import java.util.Optional;

/** A unique constraint of a table class. */
public sealed class Unique extends Key permits PgUnique {
    private boolean nullsNotDistinct;

    Unique(String name, List<ColumnDraft> columns) {
        super(name, columns);
    }

    /** Says what the constraint was called before. */
    public Unique renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    final void setNullsNotDistinct() {
        nullsNotDistinct = true;
    }

    @Override
    final List<String> usualName(TableDraft table) {
        return UsualWords.ofUnique(table.namesOf(columns()), table.namesOf(included()));
    }

    @Override
    final Optional<Constraint> build(TableDraft table, String name) {
        return Optional.of(new Constraint.Unique(
                name,
                table.namesOf(columns()),
                table.namesOf(included()),
                nullsNotDistinct,
                isWithoutOverlaps(),
                deferral(),
                storage(),
                comment()));
    }
}
