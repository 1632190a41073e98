package dev.decant.sql;

/**
 * What the first words of a statement tell about how it wants to be run, in one dialect.
 *
 * @param syntax how the dialect is written
 * @param controlling statements that begin or end a transaction
 * @param outside statements that fail, or do nothing, inside a transaction
 * @param calling statements that run code which may end the transaction around it, and fails when it may not
 * @param removing statements that are there to take rows or values away
 */
public record StatementTraits(
        Syntax syntax,
        StatementPatterns controlling,
        StatementPatterns outside,
        StatementPatterns calling,
        StatementPatterns removing) {
    private static final StatementPatterns REMOVING = StatementPatterns.of(
            "DROP TABLE|SCHEMA|DATABASE", "ALTER TABLE ... DROP COLUMN", "TRUNCATE", "DELETE FROM");

    /**
     * PostgreSQL: the callers of PreventInTransactionBlock in the server's source.
     *
     * <p>REINDEX and CLUSTER of a partitioned table belong to them as well, which no text can tell.
     */
    public static final StatementTraits POSTGRESQL = new StatementTraits(
            Syntax.POSTGRESQL,
            StatementPatterns.of(
                            "BEGIN", "START TRANSACTION", "COMMIT", "END", "ROLLBACK", "ABORT", "PREPARE TRANSACTION")
                    .except("ROLLBACK WORK|TRANSACTION? TO"),
            StatementPatterns.of(
                            "VACUUM",
                            "CREATE UNIQUE? INDEX CONCURRENTLY",
                            "DROP INDEX CONCURRENTLY",
                            "REINDEX ()? INDEX|TABLE|SCHEMA|DATABASE|SYSTEM CONCURRENTLY",
                            "REINDEX ( ... CONCURRENTLY",
                            "REINDEX ()? SCHEMA|DATABASE|SYSTEM",
                            "CLUSTER ()? VERBOSE? $",
                            "ALTER TABLE ... DETACH PARTITION ... CONCURRENTLY",
                            "CREATE|DROP DATABASE|TABLESPACE",
                            "ALTER DATABASE ... SET TABLESPACE",
                            "ALTER SYSTEM",
                            "CREATE|DROP SUBSCRIPTION",
                            "ALTER SUBSCRIPTION ... PUBLICATION",
                            "DISCARD ALL")
                    .except(
                            "CREATE SUBSCRIPTION ... CREATE_SLOT|CONNECT = FALSE|OFF",
                            "ALTER SUBSCRIPTION ... PUBLICATION ... REFRESH = FALSE|OFF"),
            StatementPatterns.of("CALL", "DO"),
            REMOVING);

    /** SQLite: pragma.html and lang_vacuum.html. The pragma on foreign keys does not fail, it just does nothing. */
    public static final StatementTraits SQLITE = new StatementTraits(
            Syntax.SQLITE,
            StatementPatterns.of("BEGIN", "COMMIT", "END", "ROLLBACK").except("ROLLBACK TRANSACTION? TO"),
            StatementPatterns.of(
                    "VACUUM",
                    "PRAGMA FOREIGN_KEYS|JOURNAL_MODE|SYNCHRONOUS =|(",
                    "PRAGMA ... . FOREIGN_KEYS|JOURNAL_MODE|SYNCHRONOUS =|("),
            StatementPatterns.of(),
            REMOVING);

    /** MySQL and MariaDB, where statements that change the schema end the transaction by themselves. */
    public static final StatementTraits MYSQL = new StatementTraits(
            Syntax.MYSQL,
            StatementPatterns.of(
                            "BEGIN",
                            "START TRANSACTION",
                            "COMMIT",
                            "ROLLBACK",
                            "XA",
                            "SET SESSION|LOCAL? AUTOCOMMIT",
                            "LOCK|UNLOCK TABLE|TABLES")
                    .except("ROLLBACK WORK? TO", "BEGIN NOT ATOMIC"),
            StatementPatterns.of(),
            StatementPatterns.of("CALL"),
            REMOVING);

    /** Whether the statement begins or ends a transaction; savepoints do not. */
    public boolean controlsTransaction(String statement) {
        return controlling.match(statement, syntax);
    }

    /** Whether the statement must run outside of any transaction. */
    public boolean runsOutsideTransaction(String statement) {
        return outside.match(statement, syntax);
    }

    /** Whether the statement runs code that may end transactions by itself, where it is not in one already. */
    public boolean mayEndTransactions(String statement) {
        return calling.match(statement, syntax);
    }

    /** Whether the statement is there to take rows or values away; what it is run for tells nobody. */
    public boolean removesData(String statement) {
        return removing.match(statement, syntax);
    }
}
