package dev.decant.dsl;

import java.util.Optional;

/** PostgreSQL's types that its own catalogue is made of. */
abstract sealed class PgCatalogueTypes extends PgRangeTypes permits PgColumns {
    PgCatalogueTypes(Optional<String> schema, Optional<String> name) {
        super(schema, name);
    }

    /** Numbers of objects of the system catalogue. */
    protected final PgColumn<Long> oid() {
        return column("oid");
    }

    /** Relations of the system catalogue. */
    protected final PgColumn<String> regclass() {
        return column("regclass");
    }

    /** Collations of the system catalogue. */
    protected final PgColumn<String> regcollation() {
        return column("regcollation");
    }

    /** Text search configurations of the system catalogue. */
    protected final PgColumn<String> regconfig() {
        return column("regconfig");
    }

    /** Text search dictionaries of the system catalogue. */
    protected final PgColumn<String> regdictionary() {
        return column("regdictionary");
    }

    /** Namespaces of the system catalogue. */
    protected final PgColumn<String> regnamespace() {
        return column("regnamespace");
    }

    /** Operators of the system catalogue. */
    protected final PgColumn<String> regoper() {
        return column("regoper");
    }

    /** Operators with their arguments of the system catalogue. */
    protected final PgColumn<String> regoperator() {
        return column("regoperator");
    }

    /** Functions of the system catalogue. */
    protected final PgColumn<String> regproc() {
        return column("regproc");
    }

    /** Functions with their arguments of the system catalogue. */
    protected final PgColumn<String> regprocedure() {
        return column("regprocedure");
    }

    /** Roles of the system catalogue. */
    protected final PgColumn<String> regrole() {
        return column("regrole");
    }

    /** Types of the system catalogue. */
    protected final PgColumn<String> regtype() {
        return column("regtype");
    }

    /** Places in the write-ahead log. */
    protected final PgColumn<String> pgLsn() {
        return column("pg_lsn");
    }

    /** Sets of the transactions that are running. */
    protected final PgColumn<String> pgSnapshot() {
        return column("pg_snapshot");
    }

    /** Transactions, of four bytes. */
    protected final PgColumn<String> xid() {
        return column("xid");
    }

    /** Transactions, of eight bytes. */
    protected final PgColumn<String> xid8() {
        return column("xid8");
    }

    /** Places of rows in their table. */
    protected final PgColumn<String> tid() {
        return column("tid");
    }
}
