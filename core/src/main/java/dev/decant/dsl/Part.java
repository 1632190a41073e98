package dev.decant.dsl;

import dev.decant.model.PartKind;
import dev.decant.model.TablePart;
import java.util.List;
import java.util.Optional;

/** A constraint or an index of a table class. */
public abstract sealed class Part extends Declared permits Key, ForeignKey, Check, PgExclusion, Index {
    private final String givenName;

    Part(String givenName) {
        this.givenName = givenName;
    }

    /** The name that the user gave; empty for the database's own. */
    final String givenName() {
        return givenName;
    }

    /** Whether it is an index or rests on one, so that its name is one among those of tables. */
    abstract boolean isRelation();

    abstract PartKind kind();

    /** The words of the name that the database itself would give. */
    abstract List<String> usualName(TableDraft table);

    /** The part under this name, unless something is wrong with it, which is reported then. */
    abstract Optional<? extends TablePart> build(TableDraft table, String name);
}
