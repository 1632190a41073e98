package dev.decant.cli;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/** The last line of a watched terminal, which says what runs right now and for how long; nothing where nobody watches. */
final class LiveLine implements AutoCloseable {
    private static final long TICK = 1000;
    private static final int WIDTH = 78;

    private final Output output;
    private String text = "";
    private String addition = "";
    private long since;
    private @Nullable Timer timer;

    LiveLine(Output output) {
        this.output = output;
    }

    /** Shows this in place of what is shown. */
    synchronized void show(String line) {
        if (output.isWatched()) {
            text = line;
            addition = "";
            since = System.nanoTime();
            draw();
            startTicking();
        }
    }

    /** Shows this behind what is shown, in the place of what stood there. */
    synchronized void add(String more) {
        addition = more.isEmpty() ? "" : "  " + more;
        draw();
    }

    /** Shows nothing, so that a line can be printed. */
    synchronized void clear() {
        if (!text.isEmpty()) {
            text = "";
            output.overwrite("");
        }
    }

    private synchronized void draw() {
        if (!text.isEmpty()) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - since);
            String time = elapsed.toMillis() < TICK ? "" : "  " + Spans.of(Duration.ofSeconds(elapsed.toSeconds()));
            int room = WIDTH - time.length();
            String more = cut(addition, room / 2);
            output.overwrite(cut(text, room - more.length())
                    + output.ink().yellow(more)
                    + output.ink().faint(time));
        }
    }

    private static String cut(String line, int room) {
        return line.length() > room ? line.substring(0, room - 3) + "..." : line;
    }

    private void startTicking() {
        if (timer == null) {
            timer = new Timer("live-line", true);
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            draw();
                        }
                    },
                    TICK,
                    TICK);
        }
    }

    @Override
    public synchronized void close() {
        if (timer != null) {
            timer.cancel();
        }
        clear();
    }
}
