package dev.decant.sqlite;

import dev.decant.model.Constraint;
import dev.decant.model.Expression;
import java.util.List;

/**
 * A constraint as it was read, which may have no name yet.
 *
 * @param given its name; empty when it has none
 * @param constraint the constraint under a name that does not matter
 * @param order what follows each column of its key
 * @param conflict what happens to a row that breaks it; empty for the usual
 */
record NamelessConstraint(String given, Constraint constraint, List<String> order, String conflict) {
    /** The name that does not matter; a name cannot be empty. */
    static final String NO_NAME = "?";

    NamelessConstraint {
        order = List.copyOf(order);
    }

    NamelessConstraint(Constraint constraint) {
        this("", constraint, List.of(), "");
    }

    static NamelessConstraint primaryKey(List<String> columns) {
        return new NamelessConstraint(new Constraint.PrimaryKey(NO_NAME, columns, ""));
    }

    static NamelessConstraint unique(List<String> columns) {
        return new NamelessConstraint(Constraint.Unique.of(NO_NAME, columns));
    }

    static NamelessConstraint check(Expression condition) {
        return new NamelessConstraint(Constraint.Check.of(NO_NAME, condition));
    }

    NamelessConstraint named(String name) {
        return new NamelessConstraint(name, constraint, order, conflict);
    }

    NamelessConstraint ordered(List<String> other) {
        return new NamelessConstraint(given, constraint, other, conflict);
    }

    NamelessConstraint onConflict(String action) {
        return new NamelessConstraint(given, constraint, order, action);
    }
}
