package dev.decant.postgresql;

import dev.decant.database.ServerError;
import dev.decant.failure.Suggestions;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the server said, taken out of the driver's exception. */
final class PostgresqlErrors {
    private static final String UNDEFINED_OBJECT = "42704";
    private static final Pattern UNKNOWN_TYPE = Pattern.compile("type \"(.+)\" does not exist");

    private PostgresqlErrors() {}

    static ServerError explain(SQLException exception) {
        return exception instanceof PSQLException refused && refused.getServerErrorMessage() != null
                ? explain(refused, refused.getServerErrorMessage())
                : ofDriver(exception);
    }

    private static ServerError explain(PSQLException exception, ServerErrorMessage said) {
        return new ServerError(
                text(said.getSQLState()).orElse(""),
                text(said.getMessage()).or(() -> text(exception.getMessage())).orElse(""),
                text(said.getDetail()),
                text(said.getHint()).or(() -> nearestType(said)),
                said.getPosition() > 0 ? OptionalInt.of(said.getPosition()) : OptionalInt.empty());
    }

    /** The server has no hint of its own for a type that it does not know. */
    private static Optional<String> nearestType(ServerErrorMessage said) {
        Matcher unknown = UNKNOWN_TYPE.matcher(String.valueOf(said.getMessage()));
        return UNDEFINED_OBJECT.equals(said.getSQLState()) && unknown.matches()
                ? Suggestions.nearest(unknown.group(1), PostgresqlTypes.names())
                        .map(name -> "did you mean " + name + "?")
                : Optional.empty();
    }

    /** A failure that no server reported: no connection, a broken one, a wrong use of the driver. */
    private static ServerError ofDriver(SQLException exception) {
        return new ServerError(
                text(exception.getSQLState()).orElse(""),
                text(exception.getMessage()).orElse(exception.getClass().getSimpleName()),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    private static Optional<String> text(@Nullable String said) {
        return Optional.ofNullable(said).filter(words -> !words.isBlank());
    }
}
