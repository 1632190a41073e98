package dev.decant;

import dev.decant.run.RunEvent;
import dev.decant.run.RunListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Tells the log of the platform, which SLF4J and others can take over, what happens; never a statement, which may hold a secret. */
final class RunLog implements RunListener {
    private static final Logger LOG = System.getLogger("dev.decant");

    @Override
    public void on(RunEvent event) {
        switch (event) {
            case RunEvent.LockWaiting waiting ->
                LOG.log(
                        Level.INFO,
                        "waiting for another runner ({0})",
                        waiting.holder().orElse("unknown"));
            case RunEvent.MigrationStarted started ->
                LOG.log(Level.DEBUG, "{0} ({1} of {2})", started.migration(), started.number(), started.total());
            case RunEvent.MigrationFinished finished ->
                LOG.log(
                        Level.INFO,
                        "{0}: {1} in {2} ms",
                        finished.migration(),
                        finished.direction().word(),
                        finished.duration().toMillis());
            case RunEvent.AttemptFailed attempt ->
                LOG.log(Level.WARNING, "{0}: others are in the way: {1}", attempt.migration(), words(attempt));
            case RunEvent.LeftoverCleared leftover ->
                LOG.log(Level.WARNING, "{0}: cleared away what an earlier attempt left", leftover.migration());
            case RunEvent.Kept kept ->
                LOG.log(Level.INFO, "{0}: kept until {1}: {2}", kept.migration(), kept.until(), words(kept.what()));
            case RunEvent.BroughtBack back ->
                LOG.log(Level.INFO, "{0}: brought back {1}", back.migration(), words(back.what()));
            case RunEvent.GraveyardEmptied emptied -> LOG.log(Level.INFO, "no longer kept: {0}", words(emptied.what()));
            case RunEvent.MigrationFailed failed ->
                LOG.log(Level.ERROR, "{0}", failed.failure().getMessage());
            case RunEvent.WindowWaiting waiting ->
                LOG.log(Level.INFO, "waiting for the maintenance window that opens at {0}", waiting.opening());
            case RunEvent.BackupProgress e -> {}
            case RunEvent.LockAcquired e -> {}
            case RunEvent.StepStarted e -> {}
            case RunEvent.StepSkipped e -> {}
            case RunEvent.StatementStarted e -> {}
            case RunEvent.StatementRunning e -> {}
            case RunEvent.StatementFinished e -> {}
            case RunEvent.StatementSkipped e -> {}
            case RunEvent.ServerNotice e -> {}
            case RunEvent.AssertionStarted e -> {}
            case RunEvent.Asserted e -> {}
            case RunEvent.HookStarted e -> {}
            case RunEvent.HookFinished e -> {}
        }
    }

    private static String words(List<String> what) {
        return String.join(", ", what);
    }

    private static String words(RunEvent.AttemptFailed attempt) {
        return String.join(
                ", ",
                attempt.blockers().stream().map(blocker -> blocker.words()).toList());
    }
}
