package dev.decant.dsl;

import dev.decant.model.Deferral;
import dev.decant.model.PartKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A key of a table class: columns whose values no two rows share, with what is said of their index as far as the database knows of it. */
public abstract sealed class Key extends Part permits PrimaryKey, Unique {
    private final List<ColumnDraft> columns;
    private final List<ColumnDraft> included = new ArrayList<>();
    private final Map<String, String> storage = new LinkedHashMap<>();
    private boolean withoutOverlaps;
    private Deferral deferral = Deferral.NOT_DEFERRABLE;

    Key(String name, List<ColumnDraft> columns) {
        super(name);
        this.columns = List.copyOf(columns);
    }

    final List<ColumnDraft> columns() {
        return columns;
    }

    /** Columns kept beside the key. */
    final List<ColumnDraft> included() {
        return included;
    }

    final void addIncluded(Column<?>... more) {
        for (Column<?> column : more) {
            included.add(column.draft());
        }
    }

    /** How its index is stored. */
    final Map<String, String> storage() {
        return storage;
    }

    final void setStorage(String parameter, Object value) {
        storage.put(parameter, value.toString());
    }

    /** Whether its last column is a range that no two rows share a part of. */
    final boolean isWithoutOverlaps() {
        return withoutOverlaps;
    }

    final void setWithoutOverlaps() {
        withoutOverlaps = true;
    }

    /** When it is checked. */
    final Deferral deferral() {
        return deferral;
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
}
