package dev.decant.sqlite;

import dev.decant.model.Column;
import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.DataType;
import dev.decant.model.Deferral;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads one column of CREATE TABLE with the constraints that stand beside it. */
final class ColumnText {
    /** The words that end a type. */
    private static final List<String> CONSTRAINT_STARTS = List.of(
            "CONSTRAINT",
            "PRIMARY",
            "NOT",
            "NULL",
            "UNIQUE",
            "CHECK",
            "DEFAULT",
            "COLLATE",
            "REFERENCES",
            "AS",
            "DEFERRABLE");

    private final TokenReader reader;
    private final Map<String, String> options;
    private final List<NamelessConstraint> constraints = new ArrayList<>();
    private String name = "";
    private String typeWords = "";
    private List<String> typeArguments = List.of();
    private String collation = "";
    private boolean nullable = true;
    private Fill fill = Fill.NOTHING;
    private String given = "";

    ColumnText(TokenReader reader, Map<String, String> options) {
        this.reader = reader;
        this.options = options;
    }

    /** Reads on and puts down what was found. */
    void read(List<Column> columns, List<NamelessConstraint> found) {
        name = reader.name();
        type();
        while (constraint()) {
            // each constraint leaves what it says in the fields
        }
        DataType type = SqliteTypes.of(typeWords, typeArguments, collation);
        columns.add(new Column(name, type, nullable, fill, ""));
        found.addAll(constraints);
    }

    private void type() {
        List<String> words = new ArrayList<>();
        while (reader.isNextName() && !isConstraintStart()) {
            words.add(reader.name());
        }
        typeWords = String.join(" ", words);
        typeArguments = reader.isNextSign("(")
                ? reader.parenthesizedList().stream().map(String::strip).toList()
                : List.of();
    }

    private boolean isConstraintStart() {
        return CONSTRAINT_STARTS.stream().anyMatch(reader::isNext) || reader.isNext("GENERATED", "ALWAYS");
    }

    private boolean constraint() {
        if (reader.accept("CONSTRAINT")) {
            given = reader.name();
            return true;
        }
        boolean read = nullability() || key() || value() || rule();
        if (read) {
            given = "";
        }
        return read;
    }

    private boolean nullability() {
        if (reader.accept("NOT", "NULL")) {
            nullable = false;
            SqliteOptions.putOnNull(options, name, conflict(reader));
            return true;
        }
        if (reader.accept("NULL")) {
            conflict(reader);
            return true;
        }
        return false;
    }

    private boolean key() {
        if (reader.accept("PRIMARY", "KEY")) {
            boolean descending = reader.accept("DESC");
            reader.accept("ASC");
            constraints.add(NamelessConstraint.primaryKey(List.of(name))
                    .named(given)
                    .ordered(List.of(descending ? "DESC" : ""))
                    .onConflict(conflict(reader)));
            if (reader.accept("AUTOINCREMENT")) {
                fill = new Fill.AutoIncrement();
            }
            return true;
        }
        if (reader.accept("UNIQUE")) {
            constraints.add(
                    NamelessConstraint.unique(List.of(name)).named(given).onConflict(conflict(reader)));
            return true;
        }
        return false;
    }

    private boolean value() {
        if (reader.accept("DEFAULT")) {
            fill = new Fill.Default(new Expression(defaultValue()));
            return true;
        }
        if (reader.accept("COLLATE")) {
            collation = reader.name();
            return true;
        }
        if (reader.accept("GENERATED", "ALWAYS", "AS") || reader.accept("AS")) {
            Expression value = new Expression(reader.parenthesized());
            boolean stored = reader.accept("STORED");
            reader.accept("VIRTUAL");
            fill = new Fill.Generated(value, stored);
            return true;
        }
        return false;
    }

    private String defaultValue() {
        if (reader.isNextSign("(")) {
            return reader.parenthesized();
        }
        String first = reader.token();
        return first.equals("-") || first.equals("+") ? first + reader.token() : first;
    }

    private boolean rule() {
        if (reader.accept("CHECK")) {
            Expression condition = new Expression(reader.parenthesized());
            constraints.add(NamelessConstraint.check(condition).named(given).onConflict(conflict(reader)));
            return true;
        }
        if (reader.accept("REFERENCES")) {
            constraints.add(new NamelessConstraint(new ReferenceText(reader).read(List.of(name))).named(given));
            return true;
        }
        if (ReferenceText.isDeferral(reader)) {
            defer(ReferenceText.deferral(reader));
            return true;
        }
        return false;
    }

    /** A deferral that stands apart belongs to the foreign key before it. */
    private void defer(Deferral deferral) {
        for (int at = constraints.size() - 1; at >= 0; at--) {
            if (constraints.get(at).constraint() instanceof ForeignKey key) {
                constraints.set(
                        at,
                        new NamelessConstraint(ReferenceText.deferred(key, deferral))
                                .named(constraints.get(at).given()));
                return;
            }
        }
    }

    /** What ON CONFLICT says when it comes next; empty for ABORT, which is the usual. */
    static String conflict(TokenReader reader) {
        String action = reader.accept("ON", "CONFLICT") ? SqliteNames.upper(reader.word()) : "";
        return action.equals("ABORT") ? "" : action;
    }
}
