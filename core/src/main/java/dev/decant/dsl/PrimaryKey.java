package dev.decant.dsl;

import dev.decant.model.Constraint;
import dev.decant.model.PartKind;
import java.util.List;
import java.util.Optional;

/** The primary key of a table class. */
public sealed class PrimaryKey extends Part permits PgPrimaryKey {
    private final List<ColumnDraft> columns;

    PrimaryKey(String name, List<ColumnDraft> columns) {
        super(name);
        this.columns = List.copyOf(columns);
    }

    /** Says what the key was called before. */
    public PrimaryKey renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    final List<ColumnDraft> columns() {
        return columns;
    }

    @Override
    final boolean isRelation() {
        return true;
    }

    @Override
    final PartKind kind() {
        return PartKind.CONSTRAINT;
    }

    @Override
    final List<String> usualName(TableDraft table) {
        return UsualWords.ofPrimaryKey();
    }

    @Override
    final Optional<Constraint> build(TableDraft table, String name) {
        return Optional.of(new Constraint.PrimaryKey(name, table.namesOf(columns), comment()));
    }
}
