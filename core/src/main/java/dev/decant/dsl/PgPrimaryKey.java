package dev.decant.dsl;

import java.util.List;

/** The primary key of a PostgreSQL table. */
public final class PgPrimaryKey extends PrimaryKey {
    PgPrimaryKey(String name, List<ColumnDraft> columns) {
        super(name, columns);
    }

    @Override
    public PgPrimaryKey renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    /** Tells the database's users about the key. */
    public PgPrimaryKey comment(String comment) {
        setComment(comment);
        return this;
    }
}
