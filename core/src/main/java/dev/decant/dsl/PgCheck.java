package dev.decant.dsl;

/** A check of a PostgreSQL table. */
public final class PgCheck extends Check {
    PgCheck(String name, SqlExpression condition) {
        super(name, condition);
    }

    @Override
    public PgCheck renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    /** Tells the database's users about the check. */
    public PgCheck comment(String comment) {
        setComment(comment);
        return this;
    }

    /** Leaves the tables that inherit from this one alone. */
    public PgCheck noInherit() {
        setNoInherit();
        return this;
    }

    /** Holds for new rows only, until it is validated. */
    public PgCheck notValid() {
        setNotValid();
        return this;
    }

    /** Is never checked; since PostgreSQL 18. */
    public PgCheck notEnforced() {
        setNotEnforced();
        return this;
    }
}
