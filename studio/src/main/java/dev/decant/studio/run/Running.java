package dev.decant.studio.run;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.database.Target;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.run.RunEvent;
import dev.decant.run.RunEventJson;
import dev.decant.run.RunListener;
import dev.decant.run.RunResult;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.http.EventHub;
import dev.decant.studio.http.FailureJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One run, and all that is known of it so far. */
public final class Running implements RunListener {
    /** A run of thousands of statements is shown from where it is, not from its beginning. */
    private static final int KEPT = 500;

    private enum State {
        RUNNING,
        DONE,
        FAILED
    }

    private final String id;
    private final String what;
    private final StudioEnvironment environment;
    private final EventHub events;
    private final RunEventJson writer;
    private final Instant started = Instant.now();
    private final Deque<Json.Fields> told = new ArrayDeque<>();
    private final Set<Target> targets = ConcurrentHashMap.newKeySet();
    private State state = State.RUNNING;
    private Instant ended = started;
    private List<String> migrations = List.of();
    private List<Json.Fields> problems = List.of();

    Running(String id, String what, StudioEnvironment environment, EventHub events) {
        this.id = id;
        this.what = what;
        this.environment = environment;
        this.events = events;
        this.writer = new RunEventJson(environment.configuration().printPolicy());
    }

    String id() {
        return id;
    }

    String what() {
        return what;
    }

    String environment() {
        return environment.name();
    }

    synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Says in which database the work is done, so that it can be cancelled. */
    public void in(Target target) {
        targets.add(target);
    }

    void cancel() {
        targets.forEach(Target::interrupt);
    }

    void run(Work work) {
        environment.access().note(what);
        tell();
        try {
            done(work.in(this));
        } catch (DecantException e) {
            failed(e.failures().stream().map(FailureJson::of).toList());
        } catch (RuntimeException e) {
            failed(List.of(FailureJson.of(
                    Failure.of("DCT-199", "an error in Decant itself: " + e).next("please report it"))));
        }
        tell();
        events.publish(
                "schema-changed",
                Json.object().put("env", environment()).put("what", "database").build());
        events.publish(
                "migrations-changed", Json.object().put("env", environment()).build());
    }

    private synchronized void done(RunResult result) {
        state = State.DONE;
        ended = Instant.now();
        migrations = result.migrations();
    }

    private synchronized void failed(List<Json.Fields> failures) {
        state = State.FAILED;
        ended = Instant.now();
        problems = failures;
    }

    /** Everybody is told of what happens; {@code StatementRunning} comes from another thread. */
    @Override
    public void on(RunEvent event) {
        Json.Fields json = writer.of(event);
        synchronized (this) {
            told.addLast(json);
            if (told.size() > KEPT) {
                told.removeFirst();
            }
        }
        if (event instanceof RunEvent.StatementStarted statement) {
            environment.access().note(statement.sql());
        }
        events.publish("run", head().put("event", json).build());
    }

    private void tell() {
        events.publish("run", head().build());
    }

    private synchronized FieldsBuilder head() {
        Instant until = state == State.RUNNING ? Instant.now() : ended;
        return Json.object()
                .put("run", id)
                .put("what", what)
                .put("environment", environment())
                .put("state", state.name().toLowerCase(Locale.ROOT))
                .put("startedAt", started.toString())
                .put("milliseconds", Duration.between(started, until).toMillis())
                .put("migrations", Json.texts(migrations))
                .put("problems", Json.list(problems));
    }

    synchronized Json.Fields json() {
        return head().put("events", Json.list(List.copyOf(told))).build();
    }
}
