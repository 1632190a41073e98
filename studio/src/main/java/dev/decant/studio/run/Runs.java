package dev.decant.studio.run;

import dev.decant.codec.Json;
import dev.decant.failure.Failure;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.http.EventHub;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What changes databases from the page: one at a time, in a thread of its own, so that it goes on when the page is closed. */
public final class Runs {
    private final EventHub events;
    private final AtomicReference<@Nullable Running> current = new AtomicReference<>();
    private long number;

    /** Runs that an event hub tells of. */
    public Runs(EventHub events) {
        this.events = events;
    }

    /**
     * Starts one.
     *
     * @param what {@code push}, {@code apply} or {@code rollback}
     * @return what to call it by
     * @throws dev.decant.failure.DecantException DCT-751 while another one runs, DCT-722 when nothing may be written there
     */
    public synchronized String start(String what, StudioEnvironment environment, Work work) {
        environment.requireWritable();
        Running before = current.get();
        if (before != null && before.isRunning()) {
            throw Failure.of(
                            "DCT-751",
                            "the studio changes a database already: " + before.what() + " in " + before.environment())
                    .next("wait until it is done, or cancel it")
                    .exception();
        }
        Running next = new Running(String.valueOf(++number), what, environment, events);
        current.set(next);
        Thread.ofVirtual().name("run " + next.id()).start(() -> next.run(work));
        return next.id();
    }

    /** What runs, or what ran last. */
    public Optional<Json.Fields> status() {
        return Optional.ofNullable(current.get()).map(Running::json);
    }

    /** Ends what runs, as if the server had refused its statement. */
    public void cancel() {
        Running running = current.get();
        if (running != null) {
            running.cancel();
        }
    }
}
