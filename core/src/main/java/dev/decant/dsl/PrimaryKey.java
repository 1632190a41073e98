package dev.decant.dsl;

import dev.decant.model.Constraint;
import java.util.List;
import java.util.Optional;

/** The primary key of a table class. */
public sealed class PrimaryKey extends Key permits PgPrimaryKey {
    PrimaryKey(String name, List<ColumnDraft> columns) {
        super(name, columns);
    }

    /** Says what the key was called before. */
    public PrimaryKey renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    @Override
    final List<String> usualName(TableDraft table) {
        return UsualWords.ofPrimaryKey();
    }

    @Override
    final Optional<Constraint> build(TableDraft table, String name) {
        return Optional.of(new Constraint.PrimaryKey(
                name,
                table.namesOf(columns()),
                table.namesOf(included()),
                isWithoutOverlaps(),
                deferral(),
                storage(),
                comment()));
    }
}
