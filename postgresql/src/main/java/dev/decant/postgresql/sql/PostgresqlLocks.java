package dev.decant.postgresql.sql;

import dev.decant.model.ObjectName;

/**
 * What each statement makes others wait for, in the words of the line above it in a plan.
 *
 * <p>Which statement takes which lock is from the manual: chapter 13.3.1 "Table-Level Locks", and the pages of ALTER TABLE, CREATE INDEX
 * and ALTER TYPE for what is read or written meanwhile. An ACCESS EXCLUSIVE lock keeps out readers and writers, SHARE ROW EXCLUSIVE and
 * SHARE keep out writers, SHARE UPDATE EXCLUSIVE keeps out only other schema changes and VACUUM.
 */
public final class PostgresqlLocks {
    public static final String NEW_TABLE = "a new table; nobody waits";
    public static final String NEW_OBJECT = "a new object; nobody waits";
    public static final String CATALOGUE = "changes the catalogue only; nobody waits";

    private PostgresqlLocks() {}

    /** Readers and writers wait, but not long: only the catalogue changes. */
    public static String moment(ObjectName table) {
        return "ACCESS EXCLUSIVE lock on " + table + ", for a moment; no rewrite";
    }

    /** Readers and writers of both wait, but not long. */
    public static String moment(ObjectName table, ObjectName other) {
        return table.equals(other)
                ? moment(table)
                : "ACCESS EXCLUSIVE locks on " + table + " and " + other + ", for a moment; no rewrite";
    }

    /** Readers and writers wait while the table is written anew. */
    public static String rewrite(ObjectName table) {
        return "ACCESS EXCLUSIVE lock on " + table + " while every row and index is written again";
    }

    /** Readers and writers wait while its files are copied elsewhere. */
    public static String copied(ObjectName relation) {
        return "ACCESS EXCLUSIVE lock on " + relation + " while its files are copied";
    }

    /** Readers and writers wait while the table is read. */
    public static String scan(ObjectName table) {
        return "ACCESS EXCLUSIVE lock on " + table + " while every row is read; no rewrite";
    }

    /** Readers and writers wait while a constraint's index is built. */
    public static String uniqueIndex(ObjectName table) {
        return "ACCESS EXCLUSIVE lock on " + table + " while its index is built; no rewrite";
    }

    /** Writers wait while an index is built. */
    public static String index(ObjectName table) {
        return "SHARE lock on " + table + ": writers wait while the index is built";
    }

    /** Writers of both tables wait while a foreign key is checked. */
    public static String foreignKey(ObjectName table, ObjectName target) {
        String locked = table.equals(target)
                ? "lock on " + table + ": its writers"
                : "locks on " + table + " and " + target + ": writers of both";
        return "SHARE ROW EXCLUSIVE " + locked + " wait while every row of " + table + " is read";
    }

    /** Writers of both tables wait for a moment. */
    public static String foreignKeyUnchecked(ObjectName table, ObjectName target) {
        String locked = table.equals(target) ? "lock on " + table : "locks on " + table + " and " + target;
        return "SHARE ROW EXCLUSIVE " + locked + ", for a moment; existing rows are not read";
    }

    /** Readers and writers of the new partition wait while it is read, those of the partitioned table go on. */
    public static String attachment(ObjectName parent, ObjectName partition) {
        return "SHARE UPDATE EXCLUSIVE lock on " + parent + ", ACCESS EXCLUSIVE lock on " + partition
                + " while its rows are read";
    }

    /** Nobody waits but other schema changes, while the table is read. */
    public static String validation(ObjectName table) {
        return "SHARE UPDATE EXCLUSIVE lock on " + table + " while every row is read; readers and writers go on";
    }

    /** Nobody waits but other schema changes, while all older transactions end. */
    public static String concurrently(ObjectName table) {
        return "SHARE UPDATE EXCLUSIVE lock on " + table
                + "; readers and writers go on; waits for older transactions; outside of a transaction";
    }

    /** Nobody waits but other schema changes, for a moment. */
    public static String gentle(ObjectName table) {
        return "SHARE UPDATE EXCLUSIVE lock on " + table + ", for a moment; readers and writers go on";
    }

    /** Whoever takes a value of the sequence waits for a moment. */
    public static String sequence(ObjectName sequence) {
        return "SHARE ROW EXCLUSIVE lock on the sequence " + sequence + ", for a moment";
    }

    /** Writers wait for a moment. */
    public static String trigger(ObjectName table) {
        return "SHARE ROW EXCLUSIVE lock on " + table + ", for a moment; readers go on";
    }
}
