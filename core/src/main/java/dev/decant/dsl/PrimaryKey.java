package dev.decant.dsl;

import dev.decant.model.Constraint;
import dev.decant.model.Deferral;
import dev.decant.model.PartKind;
import java.util.List;
import java.util.Map;
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

    /** Columns kept beside the key. */
    List<ColumnDraft> included() {
        return List.of();
    }

    /** How its index is stored. */
    Map<String, String> storage() {
        return Map.of();
    }

    /** When it is checked. */
    Deferral deferral() {
        return Deferral.NOT_DEFERRABLE;
    }

    /** Whether its last column is a range that no two rows share a part of. */
    boolean isWithoutOverlaps() {
        return false;
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
        return Optional.of(new Constraint.PrimaryKey(
                name,
                table.namesOf(columns),
                table.namesOf(included()),
                isWithoutOverlaps(),
                deferral(),
                storage(),
                comment()));
    }
}
