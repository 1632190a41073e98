package dev.decant.dsl;

import dev.decant.model.Constraint;
import dev.decant.model.Deferral;
import dev.decant.model.PartKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A unique constraint of a table class. */
public sealed class Unique extends Part permits PgUnique {
    private final List<ColumnDraft> columns;
    private boolean nullsNotDistinct;
    private Deferral deferral = Deferral.NOT_DEFERRABLE;

    Unique(String name, List<ColumnDraft> columns) {
        super(name);
        this.columns = List.copyOf(columns);
    }

    /** Says what the constraint was called before. */
    public Unique renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    /** Columns kept beside the key. */
    List<ColumnDraft> included() {
        return List.of();
    }

    /** How its index is stored. */
    Map<String, String> storage() {
        return Map.of();
    }

    /** Whether its last column is a range that no two rows share a part of. */
    boolean isWithoutOverlaps() {
        return false;
    }

    final void setNullsNotDistinct() {
        nullsNotDistinct = true;
    }

    final void setDeferral(Deferral other) {
        deferral = other;
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
        return UsualWords.ofUnique(table.namesOf(columns), table.namesOf(included()));
    }

    @Override
    final Optional<Constraint> build(TableDraft table, String name) {
        return Optional.of(new Constraint.Unique(
                name,
                table.namesOf(columns),
                table.namesOf(included()),
                nullsNotDistinct,
                isWithoutOverlaps(),
                deferral,
                storage(),
                comment()));
    }
}
