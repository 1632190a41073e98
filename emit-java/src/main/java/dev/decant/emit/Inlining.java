package dev.decant.emit;

import dev.decant.dsl.UsualNames;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Enforcement;
import dev.decant.model.MatchType;
import dev.decant.model.Table;
import dev.decant.sql.Expressions;
import dev.decant.sql.Syntax;
import java.util.List;
import java.util.Optional;

/** Which constraints of a table are said with a column: those that are about it alone and say nothing unusual. */
final class Inlining {
    private static final int CONDITION = 60;

    private final Table table;
    private final UsualNames usual;

    Inlining(Table table, UsualNames usual) {
        this.table = table;
        this.usual = usual;
    }

    /** The constraints that are said with a column. */
    List<Constraint> with(String column) {
        return table.constraints().stream()
                .filter(constraint -> columnOf(constraint).equals(Optional.of(column)))
                .toList();
    }

    /** The column with which a constraint is said, if it is said with one. */
    Optional<String> columnOf(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> isPlain(key) ? only(key.columns()) : Optional.empty();
            case Constraint.Unique unique -> isPlain(unique) ? only(unique.columns()) : Optional.empty();
            case Constraint.ForeignKey key -> isPlain(key) ? only(key.columns()) : Optional.empty();
            case Constraint.Check check -> isPlain(check) ? only(mentioned(check)) : Optional.empty();
            case Constraint.Exclusion exclusion -> Optional.empty();
        };
    }

    private Optional<String> only(List<String> columns) {
        return Optional.of(columns)
                .filter(all -> all.size() == 1)
                .map(List::getFirst)
                .filter(column -> table.column(column).isPresent());
    }

    private static boolean isPlain(Constraint.PrimaryKey key) {
        return key.equals(new Constraint.PrimaryKey(key.name(), key.columns(), ""));
    }

    private static boolean isPlain(Constraint.Unique unique) {
        return unique.equals(Constraint.Unique.of(unique.name(), unique.columns()));
    }

    /** What happens to the row, when it is checked, and on which rows, can be said with a column. */
    private static boolean isPlain(Constraint.ForeignKey key) {
        return key.match() == MatchType.SIMPLE
                && key.comment().isEmpty()
                && key.deleteColumns().isEmpty()
                && !key.period()
                && key.enforcement() != Enforcement.NOT_ENFORCED;
    }

    private boolean isPlain(Constraint.Check check) {
        return check.equals(Constraint.Check.of(check.name(), check.condition()))
                && check.condition().sql().length() <= CONDITION
                && check.name().equals(usual.of(table, check));
    }

    private List<String> mentioned(Constraint.Check check) {
        return table.columns().stream()
                .map(Column::name)
                .filter(column -> Expressions.mentionsColumn(
                        check.condition().sql(), table.name().local(), column, Syntax.POSTGRESQL))
                .toList();
    }
}
