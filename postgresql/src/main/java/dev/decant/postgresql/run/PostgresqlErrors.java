package dev.decant.postgresql.run;

import dev.decant.database.ServerError;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the server said, taken out of the driver's exception. */
public final class PostgresqlErrors {

    private PostgresqlErrors() {}

    public static ServerError explain(SQLException exception) {
        return exception instanceof PSQLException refused && refused.getServerErrorMessage() != null
                ? explain(refused, refused.getServerErrorMessage())
                : ofDriver(exception);
    }

    private static ServerError explain(PSQLException exception, ServerErrorMessage said) {
        String message =
                text(said.getMessage()).or(() -> text(exception.getMessage())).orElse("");
        return new ServerError(
                text(said.getSQLState()).orElse(""),
                message,
                text(said.getDetail()),
                text(said.getHint()).or(() -> PostgresqlHints.of(message)),
                said.getPosition() > 0 ? OptionalInt.of(said.getPosition()) : OptionalInt.empty());
    }

    /** A failure that no server reported: no connection, a broken one, a wrong use of the driver. */
    private static ServerError ofDriver(SQLException exception) {
        return new ServerError(
                text(exception.getSQLState()).orElse(""),
                unknownHost(exception)
                        .or(() -> text(exception.getMessage()))
                        .orElse(exception.getClass().getSimpleName()),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    /** The driver says no more than that an attempt failed; which name nobody knows stands in the cause. */
    private static Optional<String> unknownHost(SQLException exception) {
        return exception.getCause() instanceof UnknownHostException unknown
                ? text(unknown.getMessage()).map(host -> "there is no host " + host)
                : Optional.empty();
    }

    private static Optional<String> text(@Nullable String said) {
        return Optional.ofNullable(said).filter(words -> !words.isBlank());
    }
}
