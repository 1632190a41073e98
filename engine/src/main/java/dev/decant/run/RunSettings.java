package dev.decant.run;

import dev.decant.journal.Placeholders;
import dev.decant.source.JavaCode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How a runner works.
 *
 * @param lockTimeout how long it waits for another runner
 * @param limits how long statements may wait and run
 * @param keepDropped how long what migrations drop is kept, so that it can come back; zero is not at all
 * @param interrupted what it does about a statement that ran outside of a transaction and whose end nobody saw
 * @param placeholders the values of placeholders in files that ask for them
 * @param code makes the classes that migrations call
 * @param session statements that are run on its connection before anything else, such as {@code SET search_path = app}
 * @param user who runs it, for the history
 * @param toolVersion the version of Decant, for the history
 * @param clock what time it is
 */
public record RunSettings(
        Duration lockTimeout,
        Limits limits,
        Duration keepDropped,
        Interrupted interrupted,
        Placeholders placeholders,
        JavaCode code,
        List<String> session,
        String user,
        String toolVersion,
        Clock clock) {
    /** What is usual: a minute for another runner, and no guesses. */
    public static final RunSettings USUAL = new RunSettings(
            Duration.ofMinutes(1),
            Limits.USUAL,
            Duration.ZERO,
            Interrupted.STOP,
            Placeholders.NONE,
            JavaCode.PLAIN,
            List.of(),
            System.getProperty("user.name", ""),
            "",
            Clock.systemUTC());

    /** Copies the list. */
    public RunSettings {
        session = List.copyOf(session);
    }

    /** What to do about a statement whose end nobody saw, when the database does not tell either. */
    public enum Interrupted {
        /** Stop, and let somebody look. */
        STOP,
        /** Run it again. */
        RUN_AGAIN,
        /** Take it for done. */
        TAKE_AS_DONE
    }

    /** The same with another patience for other runners. */
    public RunSettings withLockTimeout(Duration other) {
        return new RunSettings(
                other, limits, keepDropped, interrupted, placeholders, code, session, user, toolVersion, clock);
    }

    /** The same with other limits. */
    public RunSettings withLimits(Limits other) {
        return new RunSettings(
                lockTimeout, other, keepDropped, interrupted, placeholders, code, session, user, toolVersion, clock);
    }

    /** The same, keeping what is dropped for another time. */
    public RunSettings withKeepDropped(Duration other) {
        return new RunSettings(
                lockTimeout, limits, other, interrupted, placeholders, code, session, user, toolVersion, clock);
    }

    /** The same with another way with interrupted statements. */
    public RunSettings withInterrupted(Interrupted other) {
        return new RunSettings(
                lockTimeout, limits, keepDropped, other, placeholders, code, session, user, toolVersion, clock);
    }

    /** The same with other values of placeholders. */
    public RunSettings withPlaceholders(Placeholders other) {
        return new RunSettings(
                lockTimeout, limits, keepDropped, interrupted, other, code, session, user, toolVersion, clock);
    }

    /** The same with other code for classes to use. */
    public RunSettings withCode(JavaCode other) {
        return new RunSettings(
                lockTimeout, limits, keepDropped, interrupted, placeholders, other, session, user, toolVersion, clock);
    }

    /** The same with other statements at the beginning. */
    public RunSettings withSession(List<String> other) {
        return new RunSettings(
                lockTimeout, limits, keepDropped, interrupted, placeholders, code, other, user, toolVersion, clock);
    }

    /** The same, run by somebody else. */
    public RunSettings withUser(String other) {
        return new RunSettings(
                lockTimeout, limits, keepDropped, interrupted, placeholders, code, session, other, toolVersion, clock);
    }

    /** The same, run by another version of Decant. */
    public RunSettings withToolVersion(String other) {
        return new RunSettings(
                lockTimeout, limits, keepDropped, interrupted, placeholders, code, session, user, other, clock);
    }

    /** The same at another time. */
    public RunSettings withClock(Clock other) {
        return new RunSettings(
                lockTimeout, limits, keepDropped, interrupted, placeholders, code, session, user, toolVersion, other);
    }
}
