package dev.decant.run;

import dev.decant.failure.Failure;
import dev.decant.sql.StatementTraits;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a migration in the hands of its class: everything but what would end the transaction, or leave the session another one than
 * it was. Savepoints are fine.
 */
final class GuardedConnection {
    private static final Set<String> REFUSED = Set.of(
            "commit",
            "setAutoCommit",
            "close",
            "abort",
            "setReadOnly",
            "setTransactionIsolation",
            "setCatalog",
            "setSchema",
            "setNetworkTimeout",
            "beginRequest",
            "endRequest");

    private final Connection connection;
    private final StatementTraits traits;
    private final Connection guarded;

    private GuardedConnection(Connection connection, StatementTraits traits) {
        this.connection = connection;
        this.traits = traits;
        this.guarded = proxy(Connection.class, this::onConnection);
    }

    static Connection of(Connection connection, StatementTraits traits) {
        return new GuardedConnection(connection, traits).guarded;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(GuardedConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object onConnection(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean rollsAllBack =
                method.getName().equals("rollback") && (arguments == null || !(arguments[0] instanceof Savepoint));
        if (REFUSED.contains(method.getName()) || rollsAllBack) {
            throw refusal(method.getName() + "()");
        }
        requireHarmless(arguments);
        return guarded(invoke(connection, method, arguments));
    }

    /** A statement leads back to the connection that is guarded, and not to the other. */
    private InvocationHandler onStatement(Statement statement) {
        return (proxy, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return guarded;
            }
            requireHarmless(arguments);
            return invoke(statement, method, arguments);
        };
    }

    private @Nullable Object guarded(@Nullable Object result) {
        return switch (result) {
            case CallableStatement statement -> proxy(CallableStatement.class, onStatement(statement));
            case PreparedStatement statement -> proxy(PreparedStatement.class, onStatement(statement));
            case Statement statement -> proxy(Statement.class, onStatement(statement));
            case null, default -> result;
        };
    }

    /** Both kinds of objects take SQL as their first argument, and no other text. */
    private void requireHarmless(Object @Nullable [] arguments) {
        if (arguments != null
                && arguments.length > 0
                && arguments[0] instanceof String sql
                && traits.controlsTransaction(sql)) {
            throw refusal(sql.strip());
        }
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static RuntimeException refusal(String what) {
        return Failure.of("DCT-539", what + " is not for a class of a migration: the migration has its transaction")
                .next("leave it out; what belongs into transactions of its own gets a step: -- decant: step NAME")
                .exception();
    }
}
