package dev.decant.workflow;

import dev.decant.config.Environment;
import dev.decant.dialect.Hazard;
import dev.decant.failure.Failure;
import java.time.Clock;
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
    /** Refuses outside of the maintenance window, and where a backup is asked for that nobody here can make. */
    void requireOpen() {
        environment.window().filter(window -> !window.isOpen(clock.instant())).ifPresent(window -> {
            throw Failure.of("DCT-530", "now is outside of the maintenance window " + window)
                    .at(environment.display())
                    .next("come back at " + window.nextOpening(clock.instant()))
                    .exception();
        });
        if (environment.backup()) {
            throw Failure.of("DCT-531", "a backup is wanted first, which this Decant cannot make")
                    .at(environment.display())
                    .next("make one, and say for this call that there is one: "
                            + environment.name().map(Care::variable).orElse("backup = false"))
                    .exception();
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
                            .next("if that is meant: --accept-data-loss=" + name()));
        }
    }

    /** What a protected environment is called by whoever approves; one without a name is known by its database. */
    private String name() {
        return environment.name().orElseGet(() -> environment.url().display());
    }
}
