package dev.decant.studio.http;

import dev.decant.codec.Json;
import dev.decant.codec.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Events that open pages are told of, as server-sent events: each has a number, and whoever was away for a moment is told what it missed.
 *
 * <p>A line that says nothing goes out from time to time, since a closed page is noticed only when something is written to it.
 */
public final class EventHub {
    private static final int KEPT = 512;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Event> events = new ArrayDeque<>();
    private final Duration heartbeat;
    private long number;

    /** Something that happened. */
    private record Event(long number, String name, Json data) {}

    /** A hub that nothing has been told yet. */
    public EventHub() {
        this(HEARTBEAT);
    }

    EventHub(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    /**
     * Tells every open page.
     *
     * @param name what happened, such as {@code schema-changed}
     */
    public void publish(String name, Json data) {
        lock.lock();
        try {
            number++;
            events.addLast(new Event(number, name, data));
            if (events.size() > KEPT) {
                events.removeFirst();
            }
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The stream for one page, which goes on until the page is closed. */
    public Reply subscribe(Request request) {
        long known = request.header("Last-Event-ID")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .filter(number -> number <= newest()) // a page of a studio that ran before knows other numbers
                .orElseGet(this::newest);
        return Reply.stream("text/event-stream; charset=utf-8", out -> follow(out, known));
    }

    private long newest() {
        lock.lock();
        try {
            return number;
        } finally {
            lock.unlock();
        }
    }

    private void follow(Writer out, long known) throws IOException {
        long told = known;
        out.write("retry: 2000\n: welcome\n\n");
        out.flush();
        while (!Thread.currentThread().isInterrupted()) {
            List<Event> news = await(told);
            out.write(text(news));
            out.flush();
            told = news.isEmpty() ? told : news.getLast().number();
        }
    }

    /** What a page is told that knows everything up to a number, or that nothing has happened for a while. */
    String since(long known) {
        return text(await(Math.min(known, newest())));
    }

    private static String text(List<Event> news) {
        return news.isEmpty()
                ? ": still here\n\n"
                : news.stream()
                        .map(event -> "id: " + event.number() + "\nevent: " + event.name() + "\ndata: "
                                + JsonWriter.line(event.data()) + "\n\n")
                        .collect(Collectors.joining());
    }

    /** What happened after that number; nothing when nothing does for a while. */
    private List<Event> await(long told) {
        lock.lock();
        try {
            long left = heartbeat.toNanos();
            while (number <= told && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return events.stream().filter(event -> event.number() > told).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            lock.unlock();
        }
    }
}
