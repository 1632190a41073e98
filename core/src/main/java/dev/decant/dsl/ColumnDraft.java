package dev.decant.dsl;

import dev.decant.model.DataType;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A column as far as it has been described; every step of a chain writes into the same draft. */
final class ColumnDraft {
    final Columns owner;
    final Origin origin = Origin.here();
    final List<Part> parts = new ArrayList<>();
    final List<String> formerNames = new ArrayList<>();
    Optional<Class<? extends Enum<?>>> enumClass = Optional.empty();
    Optional<String> name = Optional.empty();
    Optional<String> sequenceName = Optional.empty();
    boolean counts;
    DataType type;
    boolean nullable = true;
    String comment = "";
    Optional<ObjectName> collation = Optional.empty();
    final Map<String, String> options = new LinkedHashMap<>();
    boolean inherited;
    private Function<ColumnPlace, Fill> fill = place -> Fill.NOTHING;
    private String filledBy = "";

    ColumnDraft(Columns owner, DataType type) {
        this.owner = owner;
        this.type = type;
    }

    DatabaseKind database() {
        return owner.database();
    }

    Fill fill(ColumnPlace place) {
        return fill.apply(place);
    }

    /** Says how the column is filled; a second way is a contradiction. */
    void fillWith(String way, Function<ColumnPlace, Fill> other) {
        if (!filledBy.isEmpty()) {
            contradict("the column has a " + filledBy + " and a " + way, "keep one of them");
        }
        filledBy = way;
        fill = other;
    }

    void contradict(String what, String next) {
        owner.report(Problem.CONTRADICTION, origin.line(), what, next);
    }

    /** Whether the type's name, without arguments, is one of these, and the column no array. */
    boolean isOf(List<String> typeNames) {
        return type.dimensions() == 0 && typeNames.contains(type.name().local());
    }
}
