package dev.decant.database;

import java.sql.Connection;
import java.sql.SQLException;

/** What must hold around each transaction of a migration, such as references that SQLite does not check while a table is rebuilt. */
public interface TransactionGuard {
    /** Nothing at all. */
    TransactionGuard NONE = new TransactionGuard() {};

    /** Called before the transaction begins. */
    default void before(Connection connection) throws SQLException {}

    /** Called after each statement in the transaction. */
    default void afterStatement(Connection connection) throws SQLException {}

    /** Called as the last thing in the transaction; an exception undoes it. */
    default void beforeCommit(Connection connection) throws SQLException {}

    /** Called when the transaction is over, either way. */
    default void after(Connection connection) throws SQLException {}
}
