package dev.decant.studio.connection;

import dev.decant.database.Refusal;
import dev.decant.database.ServerError;
import dev.decant.database.Target;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.sql.SQLException;
import java.util.Set;

/** What a database said to a statement of somebody, in its own words. */
public final class StatementFailure {
    /** What the studio knows better: it is itself who lets a transaction only read, and a statement is told of in the database's own words. */
    private static final Set<String> SAID = Set.of("DCT-517", "DCT-519");

    private StatementFailure() {}

    /** The failure: that of a database that is away, or of the statement. */
    public static DecantException of(Target target, SQLException e) {
        ServerError error = target.database().explain(e);
        Failure usual = Refusal.of(error);
        return (SAID.contains(usual.code()) ? said(error) : usual.at(target.display())).exception(e);
    }

    private static Failure said(ServerError error) {
        String message = error.message().strip()
                + error.detail().map(detail -> " (" + detail.strip() + ")").orElse("");
        return switch (error.state()) {
            // query_canceled, lock_not_available
            case "57014" ->
                Failure.of("DCT-740", "the statement was ended: " + message).next("ask for less, or give it more time");
            case "55P03" ->
                Failure.of("DCT-529", "others hold a lock that the statement needs: " + message)
                        .next("try again in a moment");
            // admin_shutdown, crash_shutdown
            case "57P01", "57P02" ->
                Failure.of("DCT-515", "the server has ended the session: " + message)
                        .next("try again in a moment");
            default -> Failure.of("DCT-719", message).next(error.hint().orElse(""));
        };
    }
}
