package dev.decant.run;

import dev.decant.database.Refusal;
import dev.decant.database.ServerError;
import dev.decant.database.SessionObserver;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.run.MigrationFailedException.Details;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says why a migration failed, and where that leaves the database.
 *
 * @param session where it ran
 * @param task what ran
 * @param behind how many others were to run behind it
 * @param kept what is done and stays, in words
 */
record FailureReport(Session session, Task task, int behind, List<String> kept) {
    /** read_only_sql_transaction: a standby, or a role that only reads, and nothing that the migration could mend. */
    private static final String READS_ONLY = "25006";

    /** The server refused a statement. */
    MigrationFailedException refused(RefusedException e) {
        ServerError error = session.database().explain(e.reason());
        Spot spot = e.spot(error);
        Details details =
                new Details(Optional.of(spot), Optional.of(e.statement().text()), Optional.of(error), kept);
        return exception(details, List.of(failure(error).at(spot.toString())), e.reason());
    }

    private Failure failure(ServerError error) {
        if (session.isInterrupted() && session.database().limits().isTimeout(error)) {
            return Failure.of("DCT-548", "somebody interrupted the run in this statement")
                    .next("the next run goes on from there; decant status tells how all stands");
        }
        if (error.state().equals(READS_ONLY)) {
            return Refusal.of(error);
        }
        return session.database().limits().isContention(error) ? inTheWay(error) : Failure.of("DCT-523", words(error));
    }

    private Failure inTheWay(ServerError error) {
        String tried = session.settings().limits().budget().toSeconds() + " s";
        String blockers = session.watch().blockers().stream()
                .map(SessionObserver.Blocker::words)
                .collect(Collectors.joining(", "));
        String who = blockers.isEmpty() ? "" : "; in the way: " + blockers;
        return Failure.of("DCT-529", "others were in the way for " + tried + " (" + words(error) + ")" + who)
                .next("end what is in the way, or try for longer: --wait 10min");
    }

    /** The end of a transaction failed, or a note in the history. */
    MigrationFailedException ended(SQLException e) {
        ServerError error = session.database().explain(e);
        Details details = new Details(Optional.empty(), Optional.empty(), Optional.of(error), kept);
        Failure failure = Failure.of("DCT-524", "could not be concluded: " + words(error))
                .at(task.file().path());
        return exception(details, List.of(failure), e);
    }

    /** Something else does not let it go on. */
    MigrationFailedException ended(DecantException e) {
        return exception(new Details(Optional.empty(), Optional.empty(), Optional.empty(), kept), e.failures(), e);
    }

    /** The last failure says what was kept, and what to do next unless that was said. */
    private MigrationFailedException exception(Details details, List<Failure> failures, Throwable cause) {
        List<Failure> all = new ArrayList<>(failures);
        Failure last = all.removeLast();
        String what = last.what() + "; " + state() + (session.isAlive() ? "" : "; the connection was lost");
        all.add(new Failure(last.code(), last.where(), what, last.next().or(() -> Optional.of(advice()))));
        return new MigrationFailedException(task.id(), task.direction(), details, all, cause);
    }

    private String state() {
        String done = kept.isEmpty() ? nothing() : "done before and kept: " + String.join(", ", kept);
        return done
                + (behind == 0 ? "" : "; " + behind + " behind it " + (behind == 1 ? "was" : "were") + " not begun");
    }

    private String nothing() {
        return switch (task) {
            case Task.Push push -> "nothing was changed";
            case Task.Up up -> "nothing of this migration was kept";
            case Task.Down down -> "nothing of this migration was kept";
            case RepeatTask repeat -> "nothing of this script was kept";
            case HookTask hook -> "nothing of this hook was kept";
        };
    }

    private String advice() {
        return "correct the cause and " + task.again() + (kept.isEmpty() ? "" : ", which goes on behind what is done");
    }

    private static String words(ServerError error) {
        String detail = error.detail().map(text -> ": " + text).orElse("");
        String hint = error.hint().map(text -> " (hint: " + text + ")").orElse("");
        return (error.message() + " [" + error.state() + "]" + detail + hint).replaceAll("\\s+", " ");
    }
}
