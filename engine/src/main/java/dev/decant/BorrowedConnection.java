package dev.decant;

import dev.decant.database.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/** A connection of somebody else's pool, which gets it back as it was: settings, locks and auto-commit. */
final class BorrowedConnection {
    private BorrowedConnection() {}

    static Connection of(Connection borrowed, Database database) throws SQLException {
        boolean autoCommit = borrowed.getAutoCommit();
        try {
            borrowed.setAutoCommit(true);
            database.adopt(borrowed);
        } catch (SQLException | RuntimeException e) {
            borrowed.close();
            throw e;
        }
        return (Connection) Proxy.newProxyInstance(
                BorrowedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, values) -> {
                    if (method.getName().equals("close")) {
                        giveBack(borrowed, database, autoCommit);
                    }
                    return call(borrowed, method, values);
                });
    }

    private static Object call(Connection connection, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(connection, values);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** A connection that is broken has nothing to be restored, and its pool will see that it is. */
    private static void giveBack(Connection connection, Database database, boolean autoCommit) {
        try {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
                database.restore(connection);
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException broken) {
            // The pool throws it away.
        }
    }
}
