package dev.decant.cli;

import dev.decant.database.SessionObserver.Blocker;
import dev.decant.database.SessionObserver.Progress;
import dev.decant.failure.Counted;
import dev.decant.history.Direction;
import dev.decant.run.RunEvent;
import dev.decant.run.RunListener;
import dev.decant.run.RunResult;
import dev.decant.run.Verdict;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells people what happens while migrations run: a line a migration, and on a terminal the statement that runs right now. */
final class RunLines implements RunListener, AutoCloseable {
    private static final int LINES_OF_A_STATEMENT = 10;
    private static final Duration SAY_EVERY = Duration.ofSeconds(10);

    private final Output output;
    private final StatementText text;
    private final LiveLine live;
    private String running = "";
    private String shown = "";
    private List<String> blockedBy = List.of();
    private final List<String> verified = new ArrayList<>();
    private Duration sayAfter = SAY_EVERY;

    RunLines(Output output, StatementText text) {
        this.output = output;
        this.text = text;
        this.live = new LiveLine(output);
    }

    @Override
    public void on(RunEvent event) {
        switch (event) {
            case RunEvent.WindowWaiting waiting -> wait(waiting);
            case RunEvent.BackupProgress backup -> live.show("backup: " + backup.what());
            case RunEvent.LockWaiting waiting -> wait(waiting);
            case RunEvent.LockAcquired acquired -> live.clear();
            case RunEvent.MigrationStarted started -> start(started);
            case RunEvent.StepStarted step ->
                detail("step " + step.step() + (step.transactional() ? "" : ", outside of a transaction"));
            case RunEvent.StepSkipped step -> detail("step " + step.step() + " was done before");
            case RunEvent.StatementStarted statement -> start(statement);
            case RunEvent.StatementRunning statement -> running(statement);
            case RunEvent.AttemptFailed attempt -> again(attempt);
            case RunEvent.LeftoverCleared leftover ->
                say("cleared away what an earlier attempt left: " + text.line(leftover.sql()));
            case RunEvent.StatementFinished statement -> finish(statement);
            case RunEvent.StatementSkipped statement -> detail("statement " + statement.number() + " was done before");
            case RunEvent.Kept kept ->
                say("kept until " + kept.until().truncatedTo(ChronoUnit.SECONDS) + ": "
                        + String.join(", ", kept.what()));
            case RunEvent.BroughtBack back -> say("brought back " + String.join(", ", back.what()));
            case RunEvent.GraveyardEmptied emptied -> say("no longer kept: " + String.join(", ", emptied.what()));
            case RunEvent.ServerNotice notice -> detail("the server says: " + notice.text());
            case RunEvent.HookStarted hook -> start(hook);
            case RunEvent.HookFinished hook -> finish(hook);
            case RunEvent.AssertionStarted assertion -> start(assertion);
            case RunEvent.Asserted asserted -> tell(asserted.verdict());
            case RunEvent.MigrationFinished finished -> finish(finished);
            case RunEvent.MigrationFailed failed -> fail(failed);
        }
    }

    private void wait(RunEvent.WindowWaiting waiting) {
        String words = "waiting for the maintenance window at " + waiting.opening();
        if (output.isWatched()) {
            live.countDown(words, waiting.left());
        } else {
            output.note(words + ", in " + Spans.of(waiting.left()));
        }
    }

    /** Where nobody watches a live line, a log shall say what takes so long. */
    private void wait(RunEvent.LockWaiting waiting) {
        String words = "waiting for another runner";
        String who = waiting.holder().orElse("");
        if (output.isWatched()) {
            if (!who.isEmpty() && !blockedBy.equals(List.of(who))) {
                live.above(() -> note("another runner is at work: " + who));
                blockedBy = List.of(who);
            }
            live.show(words);
        } else {
            output.note(words + (who.isEmpty() ? "" : " (" + who + ")") + ", " + Spans.of(waiting.waited()));
        }
    }

    private void running(RunEvent.StatementRunning statement) {
        List<Blocker> blockers = statement.sighting().blockers();
        String progress = statement.sighting().progress().map(RunLines::words).orElse("");
        String blocked = blockers.isEmpty() ? "" : "blocked by " + words(blockers.getFirst());
        if (output.isWatched()) {
            tell(blockers);
            live.add(
                    blockers.isEmpty()
                            ? progress
                            : "blocked by process " + blockers.getFirst().name());
        } else if (statement.elapsed().compareTo(sayAfter) >= 0) {
            String what =
                    Stream.of(blocked, progress).filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
            output.note("    " + running + " " + shown + ": " + Spans.of(statement.elapsed())
                    + (what.isEmpty() ? "" : ", " + what));
            sayAfter = statement.elapsed().plus(SAY_EVERY);
        }
    }

    /** Who is in the way does not fit behind a statement, and is told once. */
    private void tell(List<Blocker> blockers) {
        if (!blockers.isEmpty() && !names(blockers).equals(blockedBy)) {
            String others = blockers.size() == 1 ? "" : ", and " + Counted.of(blockers.size() - 1, "other");
            live.above(() -> note("blocked by " + words(blockers.getFirst()) + others));
            blockedBy = names(blockers);
        }
    }

    private static List<String> names(List<Blocker> blockers) {
        return blockers.stream().map(Blocker::name).toList();
    }

    private String words(Blocker blocker) {
        String query = text.line(blocker.query());
        return blocker.words() + (query.isEmpty() ? "" : ": " + query);
    }

    private static String words(Progress progress) {
        return progress.phase() + (progress.total() > 0 ? " " + 100 * progress.done() / progress.total() + " %" : "");
    }

    /** On a terminal it says once who is in the way, however often it is tried. */
    private void again(RunEvent.AttemptFailed attempt) {
        String blockers = attempt.blockers().stream().map(this::words).collect(Collectors.joining("; "));
        if (output.isWatched() && names(attempt.blockers()).equals(blockedBy)) {
            live.show(running, "others are in the way, tried " + Counted.of(attempt.attempt(), "time"));
            return;
        }
        blockedBy = names(attempt.blockers());
        say("others are in the way, again in " + Spans.of(attempt.pause())
                + (blockers.isEmpty() ? "" : ": " + blockers));
    }

    /** What everybody should see, whatever is shown at the moment. */
    private void say(String line) {
        live.clear();
        note(line);
    }

    private void note(String line) {
        output.note("    " + output.ink().yellow(line));
    }

    private void start(RunEvent.MigrationStarted started) {
        running = started.migration();
        blockedBy = List.of();
        String number = started.total() > 1 ? " (" + started.number() + " of " + started.total() + ")" : "";
        live.show(running + number);
        if (output.isVerbose()) {
            detail(running + number + ": " + started.title());
        }
    }

    private void start(RunEvent.StatementStarted statement) {
        String count = " [" + statement.number() + "/" + statement.total() + "] ";
        shown = text.line(statement.sql());
        sayAfter = SAY_EVERY;
        live.show(running, count.strip() + " " + shown);
        if (output.isVerbose()) {
            detail("line " + statement.line() + count + shown);
        }
    }

    private void start(RunEvent.AssertionStarted assertion) {
        shown = "asks: " + assertion.assertion();
        sayAfter = SAY_EVERY;
        live.show(running, shown);
    }

    private void start(RunEvent.HookStarted hook) {
        if (hook.migration().isEmpty()) {
            running = hook.hook().word();
            live.show(running);
        }
        detail("hook " + hook.hook().word());
    }

    private void finish(RunEvent.HookFinished hook) {
        if (hook.migration().isEmpty()) {
            live.clear();
            output.line(output.ink().faint("* " + hook.hook().word() + "  " + Spans.of(hook.duration())));
        }
    }

    private void finish(RunEvent.StatementFinished statement) {
        String rows = statement.rows().isPresent() && statement.rows().getAsLong() > 0
                ? ", " + Counted.of(statement.rows().getAsLong(), "row")
                : "";
        detail("done in " + Spans.of(statement.duration()) + rows);
    }

    private void finish(RunEvent.MigrationFinished finished) {
        live.clear();
        Ink ink = output.ink();
        String sign = finished.direction() == Direction.UP ? ink.green("+ ") : ink.yellow("- ");
        output.line(sign + finished.migration() + "  " + ink.faint(Spans.of(finished.duration())));
        verified.forEach(line -> output.note("    " + ink.faint(line)));
        verified.clear();
    }

    /** What must hold before is everybody's business only when it does not. */
    private void tell(Verdict verdict) {
        if (!verdict.holds()) {
            live.clear();
            new VerdictText(text).rows(verdict).forEach(line -> output.error("    " + line));
        } else if (verdict.file().endsWith("verify.sql") || output.isVerbose()) {
            verified.add("holds: " + verdict.assertion());
        }
    }

    private void fail(RunEvent.MigrationFailed failed) {
        live.clear();
        failed.failure().statement().map(text::whole).stream()
                .flatMap(String::lines)
                .limit(LINES_OF_A_STATEMENT)
                .forEach(line -> output.error("    " + line));
    }

    private void detail(String line) {
        if (output.isVerbose()) {
            live.clear();
            output.line("    " + output.ink().faint(line));
        }
    }

    /** How long all of it took. */
    void sum(RunResult result) {
        String what = Stream.of(
                        counted(result.migrations(), "migration"), counted(result.repeated(), "repeatable script"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" and "));
        output.note(what + " in " + Spans.of(result.duration()));
    }

    private static String counted(List<String> things, String word) {
        return things.isEmpty() ? "" : Counted.of(things.size(), word);
    }

    /** Leaves no half line behind. */
    @Override
    public void close() {
        live.close();
    }
}
