package dev.decant.dsl;

import dev.decant.model.DataType;
import dev.decant.model.Lineage;
import dev.decant.model.ReferentialAction;
import java.util.Map;
import java.util.Optional;

/** What has columns: a table class, or a group of columns that table classes include. */
public abstract sealed class Columns extends Definition permits PgTypes, SqliteColumns {
    /** Refuses, at the end of the statement or transaction. */
    protected static final ReferentialAction NO_ACTION = ReferentialAction.NO_ACTION;
    /** Refuses at once. */
    protected static final ReferentialAction RESTRICT = ReferentialAction.RESTRICT;
    /** Lets the rows that point there change or go too. */
    protected static final ReferentialAction CASCADE = ReferentialAction.CASCADE;
    /** Lets the rows that point there point at nothing. */
    protected static final ReferentialAction SET_NULL = ReferentialAction.SET_NULL;
    /** Lets the rows that point there point at their default. */
    protected static final ReferentialAction SET_DEFAULT = ReferentialAction.SET_DEFAULT;

    private final Optional<String> givenSchema;
    private final Optional<String> givenName;
    private Optional<Columns> includedIn = Optional.empty();
    private String prefix = "";

    Columns(Optional<String> schema, Optional<String> name) {
        givenSchema = schema;
        givenName = name;
    }

    /** SQL in which each {@code {}} stands for a column; without columns it is taken as it is. */
    protected static SqlExpression sql(String template, Column<?>... columns) {
        return SqlExpression.of(template, columns);
    }

    final ColumnDraft draft(DataType type) {
        return new ColumnDraft(this, type);
    }

    final <G extends Columns> G included(String columnPrefix, G group) {
        Columns columns = group;
        if (columns.isTable() || columns.includedIn.isPresent()) {
            String reason = columns.isTable() ? " is a table" : " is included already";
            report(
                    Problem.CONTRADICTION,
                    SourceLine.ofCaller(),
                    group.getClass().getSimpleName() + reason,
                    "include a new group of columns");
        }
        columns.includedIn = Optional.of(this);
        columns.prefix = columnPrefix;
        return group;
    }

    /** Whether this is a table itself. */
    boolean isTable() {
        return false;
    }

    /** What else the dialect knows of the table. */
    Map<String, String> options() {
        return Map.of();
    }

    /** How the table stands to those whose rows it holds, or which hold its rows. */
    Lineage lineage(Targets targets) {
        return Lineage.NONE;
    }

    /** The namespace that the constructor was given. */
    final Optional<String> givenSchema() {
        return givenSchema;
    }

    /** The name that the constructor was given. */
    final Optional<String> givenName() {
        return givenName;
    }

    /** The table or group that includes this group. */
    final Optional<Columns> includedIn() {
        return includedIn;
    }

    /** What the names of the columns begin with. */
    final String prefix() {
        return includedIn.map(Columns::prefix).orElse("") + prefix;
    }
}
