package dev.decant.run;

import dev.decant.database.ServerError;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.history.Direction;
import java.util.List;
import java.util.Optional;

/** A migration that did not run to its end. Its message holds what the server said, and never the statement, which may hold a secret. */
public class MigrationFailedException extends DecantException {
    private static final long serialVersionUID = 1L;

    private final String migration;
    private final Direction direction;
    private final Details details;

    /**
     * Where and why it failed, as far as it can be told.
     *
     * @param spot where in the file
     * @param statement the statement
     * @param error what the server said
     * @param kept what was done before and stays done, in words: steps, statements; nothing when all of it was undone
     */
    public record Details(
            Optional<Spot> spot, Optional<String> statement, Optional<ServerError> error, List<String> kept) {
        /** Copies the list. */
        public Details {
            kept = List.copyOf(kept);
        }
    }

    MigrationFailedException(
            String migration, Direction direction, Details details, List<Failure> failures, Throwable cause) {
        super(failures, cause);
        this.migration = migration;
        this.direction = direction;
        this.details = details;
    }

    /** The migration. */
    public String migration() {
        return migration;
    }

    /** Which way it was going. */
    public Direction direction() {
        return direction;
    }

    /** Where in the file. */
    public Optional<Spot> spot() {
        return details.spot();
    }

    /** The statement that failed; it may hold a secret, which is for the print policy to judge. */
    public Optional<String> statement() {
        return details.statement();
    }

    /** What the server said. */
    public Optional<ServerError> error() {
        return details.error();
    }

    /** What was done before and stays done; nothing when all of it was undone. */
    public List<String> kept() {
        return details.kept();
    }
}
