package dev.decant.postgresql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.postgresql.ds.PGSimpleDataSource;

/** A pool that closes nothing: who closes a connection gives it back. */
final class PooledTwo extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    private final transient Deque<Connection> idle;

    PooledTwo(Collection<Connection> connections) {
        idle = new ArrayDeque<>(connections);
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        Connection next = idle.pollFirst();
        if (next == null) {
            throw new SQLException("no connection is left");
        }
        return (Connection) Proxy.newProxyInstance(
                PooledTwo.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
                    if (method.getName().equals("close")) {
                        idle.addLast(next);
                        return null;
                    }
                    try {
                        return method.invoke(next, values);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
