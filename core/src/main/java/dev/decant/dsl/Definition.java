package dev.decant.dsl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What every class of a schema is: a set of columns, as tables are, or a set of other objects. */
public abstract sealed class Definition permits Columns, PgSchema {
    private final List<Problem> problems = new ArrayList<>();
    private final Origin origin;

    Definition() {
        origin = Origin.of(getClass());
    }

    /** The line at which the class begins. */
    final SourceLine declaredAt() {
        return origin.line();
    }

    /** Its place in the order of construction. */
    final long order() {
        return origin.order();
    }

    /** Notes what is wrong, to be reported with everything else. */
    final void report(String code, SourceLine where, String what, String next) {
        problems.add(new Problem(code, where, what, next));
    }

    /** Takes over what is wrong with a part of this. */
    final void reportAll(Definition part) {
        problems.addAll(part.problems);
    }

    /** What is wrong, in the order of the lines. */
    final List<Problem> problems() {
        return problems.stream().sorted(Comparator.comparing(Problem::line)).toList();
    }

    /** What the class's database can do. */
    abstract DatabaseKind database();
}
