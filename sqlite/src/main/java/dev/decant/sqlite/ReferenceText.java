package dev.decant.sqlite;

import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.Deferral;
import dev.decant.model.Enforcement;
import dev.decant.model.MatchType;
import dev.decant.model.ObjectName;
import dev.decant.model.ReferentialAction;
import java.util.List;

/** Reads what follows REFERENCES: foreignkeys.html, section 4 and 6. */
final class ReferenceText {
    /** The column pointed at when none is named: the target's primary key, found when all tables are known. */
    static final String KEY = "";

    private final TokenReader reader;
    private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    private MatchType match = MatchType.SIMPLE;
    private Deferral deferral = Deferral.NOT_DEFERRABLE;

    ReferenceText(TokenReader reader) {
        this.reader = reader;
    }

    /** The foreign key from these columns, under no name that matters. */
    ForeignKey read(List<String> from) {
        ObjectName target = ObjectName.of(reader.name());
        List<String> to = reader.isNextSign("(")
                ? reader.parenthesizedList().stream()
                        .map(text -> new TokenReader(text).name())
                        .toList()
                : from.stream().map(column -> KEY).toList();
        while (clause()) {
            // each clause leaves what it says in the fields
        }
        return new ForeignKey(
                NamelessConstraint.NO_NAME,
                from,
                target,
                to,
                onUpdate,
                onDelete,
                match,
                deferral,
                Enforcement.ENFORCED,
                "");
    }

    /** The same key, checked at another time. */
    static ForeignKey deferred(ForeignKey key, Deferral deferral) {
        return new ForeignKey(
                key.name(),
                key.columns(),
                key.target(),
                key.targetColumns(),
                key.onUpdate(),
                key.onDelete(),
                key.match(),
                deferral,
                key.enforcement(),
                key.comment());
    }

    private boolean clause() {
        if (reader.accept("ON", "DELETE")) {
            onDelete = action();
        } else if (reader.accept("ON", "UPDATE")) {
            onUpdate = action();
        } else if (reader.accept("MATCH")) {
            match = reader.name().equalsIgnoreCase("FULL") ? MatchType.FULL : MatchType.SIMPLE;
        } else if (isDeferral(reader)) {
            deferral = deferral(reader);
        } else {
            return false;
        }
        return true;
    }

    static boolean isDeferral(TokenReader reader) {
        return reader.isNext("DEFERRABLE") || reader.isNext("NOT", "DEFERRABLE");
    }

    /** When the key is checked. */
    static Deferral deferral(TokenReader reader) {
        boolean never = reader.accept("NOT");
        reader.expect("DEFERRABLE");
        boolean deferred = initially(reader);
        if (never) {
            return Deferral.NOT_DEFERRABLE;
        }
        return deferred ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
    }

    private static boolean initially(TokenReader reader) {
        boolean deferred = reader.accept("INITIALLY", "DEFERRED");
        reader.accept("INITIALLY", "IMMEDIATE");
        return deferred;
    }

    private ReferentialAction action() {
        if (reader.accept("SET", "NULL")) {
            return ReferentialAction.SET_NULL;
        }
        if (reader.accept("SET", "DEFAULT")) {
            return ReferentialAction.SET_DEFAULT;
        }
        if (reader.accept("NO", "ACTION")) {
            return ReferentialAction.NO_ACTION;
        }
        if (reader.accept("CASCADE")) {
            return ReferentialAction.CASCADE;
        }
        reader.expect("RESTRICT");
        return ReferentialAction.RESTRICT;
    }
}
