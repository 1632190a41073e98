package dev.decant.dialect;

import dev.decant.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One SQL statement of a plan.
 *
 * @param sql the text, without a semicolon at the end
 * @param serves the changes that it carries out, or takes part in carrying out
 * @param explanation one line for the reviewer: what lock, whether the table is read or written again; empty when nothing of the kind
 * @param hazards reasons to look twice
 * @param setting what it wants of a transaction
 */
public record Statement(String sql, List<Change> serves, String explanation, List<Hazard> hazards, Setting setting) {
    /** What a statement wants of a transaction. */
    public enum Setting {
        /** A transaction that it may share with others. */
        SHARED,
        /** A transaction of its own, after that of the statements before it, so that locks of the two are not held together. */
        OWN,
        /** None. */
        OUTSIDE
    }

    /** Copies the lists. */
    public Statement {
        sql = sql.strip();
        serves = List.copyOf(serves);
        hazards = List.copyOf(hazards);
        if (sql.isEmpty() || sql.endsWith(";")) {
            throw new IllegalArgumentException("a statement is text without a semicolon at the end: " + sql);
        }
    }

    /** A statement that takes no lock worth a word, with no hazards, for a transaction. */
    public static Statement of(String sql) {
        return new Statement(sql, List.of(), "", List.of(), Setting.SHARED);
    }

    /** The same with a line for the reviewer. */
    public Statement explained(String line) {
        return new Statement(sql, serves, line, hazards, setting);
    }

    /** The same with one hazard more. */
    public Statement with(Hazard.Kind kind, String message) {
        return new Statement(
                sql,
                serves,
                explanation,
                Stream.concat(hazards.stream(), Stream.of(new Hazard(kind, message)))
                        .toList(),
                setting);
    }

    /** Whether it may run in a transaction. */
    public boolean transactional() {
        return setting != Setting.OUTSIDE;
    }

    /** The same without any hazard of some kinds. */
    public Statement without(Hazard.Kind... kinds) {
        Set<Hazard.Kind> left = Set.of(kinds);
        return new Statement(
                sql,
                serves,
                explanation,
                hazards.stream().filter(hazard -> !left.contains(hazard.kind())).toList(),
                setting);
    }

    /** The same, to be run in a transaction of its own. */
    public Statement inItsOwnTransaction() {
        return new Statement(sql, serves, explanation, hazards, Setting.OWN);
    }

    /** The same, to be run outside of a transaction. */
    public Statement outsideTransaction() {
        return new Statement(sql, serves, explanation, hazards, Setting.OUTSIDE);
    }

    /** The same, for these changes. */
    public Statement serving(List<Change> changes) {
        return new Statement(sql, new ArrayList<>(changes), explanation, hazards, setting);
    }
}
