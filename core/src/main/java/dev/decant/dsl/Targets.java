package dev.decant.dsl;

import dev.decant.model.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the columns that others point at, once all table classes have been read. */
final class Targets {
    private final Map<Class<?>, TableDraft> tables = new HashMap<>();
    private final boolean incomplete;

    /**
     * Targets that are still to be added.
     *
     * @param incomplete whether a class failed to load, which explains further failures
     */
    Targets(boolean incomplete) {
        this.incomplete = incomplete;
    }

    void add(TableDraft table) {
        tables.put(table.definition().getClass(), table);
    }

    /**
     * The name of the table that a class describes.
     *
     * @throws IllegalArgumentException when the class is none of the schema
     */
    ObjectName nameOf(Class<?> type) {
        TableDraft table = tables.get(type);
        if (table == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " is not a table of the schema");
        }
        return table.name();
    }

    /** The places of the columns that these yield, all in one table; what is wrong is reported to the class that points. */
    Optional<List<ColumnPlace>> of(
            List<Supplier<? extends Column<?>>> suppliers, Definition pointing, SourceLine line) {
        List<ColumnPlace> places = new ArrayList<>();
        for (Supplier<? extends Column<?>> supplier : suppliers) {
            find(supplier, pointing, line).ifPresent(places::add);
        }
        if (places.size() < suppliers.size()) {
            return Optional.empty();
        }
        long distinct = places.stream().map(ColumnPlace::table).distinct().count();
        if (distinct > 1) {
            report(pointing, line, "the reference points at columns of several tables", "point at one table");
            return Optional.empty();
        }
        return Optional.of(places);
    }

    private Optional<ColumnPlace> find(Supplier<? extends Column<?>> supplier, Definition pointing, SourceLine line) {
        try {
            ColumnDraft column = supplier.get().draft();
            Optional<ColumnPlace> place = placeOf(column);
            if (place.isEmpty()) {
                reportStranger(column, pointing, line);
            }
            return place;
        } catch (RuntimeException | LinkageError thrown) {
            if (!incomplete) {
                report(
                        pointing,
                        line,
                        "the column pointed at cannot be found: " + thrown,
                        "point at a field of a table");
            }
            return Optional.empty();
        }
    }

    private Optional<ColumnPlace> placeOf(ColumnDraft column) {
        Columns owner = outermost(column.owner);
        return Optional.ofNullable(tables.get(owner.getClass()))
                .flatMap(table -> table.place(column).or(() -> sameIn(table, owner, column)));
    }

    private static Columns outermost(Columns columns) {
        return columns.includedIn().map(Targets::outermost).orElse(columns);
    }

    /** The column of a table that is, in another object of the table's class, this one. */
    private Optional<ColumnPlace> sameIn(TableDraft table, Columns twin, ColumnDraft column) {
        if (twin.equals(table.definition())) {
            return Optional.empty();
        }
        return new TableDraft(twin, table.name(), this)
                .place(column)
                .flatMap(place -> table.columns().stream()
                        .filter(other -> other.name().equals(place.name()))
                        .findFirst());
    }

    private static void reportStranger(ColumnDraft column, Definition pointing, SourceLine line) {
        Columns owner = outermost(column.owner);
        String next = owner.isTable()
                ? "make " + owner.getClass().getSimpleName() + " a class of the schema"
                : "include the group in a table, or point at a field of one";
        report(
                pointing,
                line,
                "the reference points at a column of %s, which is not a table of the schema"
                        .formatted(owner.getClass().getName()),
                next);
    }

    private static void report(Definition pointing, SourceLine line, String what, String next) {
        pointing.report(Problem.DANGLING, line, what, next);
    }
}
