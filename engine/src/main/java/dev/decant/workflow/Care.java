package dev.decant.workflow;

import dev.decant.config.Environment;
import dev.decant.config.MaintenanceWindow;
import dev.decant.database.Target;
import dev.decant.dialect.Hazard;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.run.RunEvent;
import dev.decant.run.RunListener;
import dev.decant.run.Sleep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The care that an environment asks for before anything is changed in it.
 *
 * @param environment the environment
 * @param clock what time it is
 */
record Care(Environment environment, Clock clock) {
    private static final Duration TELL_EVERY = Duration.ofMinutes(1);

    /** Waits for the maintenance window or refuses outside of it, and makes the backup that is asked for. */
    void take(Precautions precautions, Target target, RunListener listener) {
        if (precautions.awaitWindow()) {
            awaitOpen(listener);
        }
        requireWindow();
        if (precautions.with(environment).backup()) {
            backUp(new Backup(target, precautions.home(), clock), listener);
        }
    }

    /** Refuses outside of the maintenance window. */
    void requireWindow() {
        environment.window().filter(window -> !window.isOpen(clock.instant())).ifPresent(window -> {
            throw Failure.of("DCT-530", "now is outside of the maintenance window " + window)
                    .at(environment.display())
                    .next("come back at " + window.nextOpening(clock.instant()) + ", or wait with --wait-for-window")
                    .exception();
        });
    }

    /** Waits until the maintenance window is open, and tells how long that is. */
    private void awaitOpen(RunListener listener) {
        while (environment
                .window()
                .filter(window -> !window.isOpen(clock.instant()))
                .isPresent()) {
            MaintenanceWindow window = environment.window().orElseThrow();
            Instant opening = window.nextOpening(clock.instant());
            Duration left = Duration.between(clock.instant(), opening);
            listener.on(new RunEvent.WindowWaiting(opening, left));
            sleep(left.compareTo(TELL_EVERY) < 0 ? left : TELL_EVERY, listener);
            if (listener.stops()) {
                throw interrupted().exception();
            }
        }
    }

    private static Failure interrupted() {
        return Failure.of("DCT-521", "interrupted while waiting for the maintenance window")
                .next("nothing was begun; run this again");
    }

    private static void sleep(Duration time, RunListener listener) {
        try {
            Sleep.of(time, listener::stops);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted().exception(e);
        }
    }

    /** Makes the backup that is asked for; where none can be made, says how to go on without. */
    private void backUp(Backup backup, RunListener listener) {
        try {
            backup.run(Optional.empty(), false, what -> listener.on(new RunEvent.BackupProgress(what)));
        } catch (DecantException e) {
            if (!e.code().equals("DCT-531")) {
                throw e;
            }
            throw Failure.of("DCT-531", "a backup is wanted first: " + e.what())
                    .at(environment.display())
                    .next(e.next().orElse("make one") + "; or make one, and say for this call that there is one: "
                            + environment.name().map(Care::variable).orElse("without --backup"))
                    .exception(e);
        }
    }

    private static String variable(String name) {
        return "DECANT_ENVIRONMENT_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_BACKUP=false";
    }

    /** Refuses to lose data of a protected environment without its name. */
    void requireApproval(Supplier<List<Hazard>> losses, Optional<String> approval) {
        if (environment.protectedFromPush() && !approval.equals(Optional.of(name()))) {
            List<Hazard> lost = losses.get();
            if (!lost.isEmpty()) {
                throw new DecisionNeededException(Failure.of("DCT-532", "this would lose data: " + DataLoss.words(lost))
                        .at(environment.display())
                        .next("it is protected; if that is meant: --accept-data-loss=" + name()));
            }
        }
    }

    /** Refuses to push where only migrations may run. */
    void requireUnprotected() {
        if (environment.protectedFromPush()) {
            throw Failure.of("DCT-560", "this database is protected from push")
                    .at(environment.display())
                    .next("write a migration with decant generate, and run it with decant migrate")
                    .exception();
        }
    }

    /** Refuses to lose rows or values that are there, unless somebody names the database that loses them. */
    void requireApproval(List<String> losses, Optional<String> approval) {
        if (!losses.isEmpty() && !approval.equals(Optional.of(name()))) {
            throw new DecisionNeededException(
                    Failure.of("DCT-532", "this would lose data: " + String.join(", ", losses))
                            .at(environment.display())
                            .next((environment.protectedFromPush() ? "it is protected; " : "")
                                    + "if that is meant: --accept-data-loss=" + name()));
        }
    }

    /** What a protected environment is called by whoever approves; one without a name is known by its database. */
    private String name() {
        return environment.name().orElseGet(() -> environment.url().display());
    }
}
