package dev.decant.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/** The last line of a watched terminal, which says what runs right now and for how long; nothing where nobody watches. */
final class LiveLine implements AutoCloseable {
    private static final long TICK = 1000;

    /** What is kept of a line beside what is added to it. */
    private static final int KEPT = 24;

    private final Output output;
    private String lead = "";
    private String text = "";
    private String addition = "";
    private Optional<Duration> whole = Optional.empty();
    private long since;
    private @Nullable Timer timer;
    private int width;

    LiveLine(Output output) {
        this.output = output;
    }

    /** Shows this in place of what is shown. */
    synchronized void show(String line) {
        begin("", line, Optional.empty());
    }

    /** Shows this behind what leads to it, which goes first where there is not enough room. */
    synchronized void show(String leading, String line) {
        begin(leading + " ", line, Optional.empty());
    }

    /** Shows this and how much is left of a time, less with every second. */
    synchronized void countDown(String line, Duration left) {
        begin("", line, Optional.of(left));
    }

    private void begin(String leading, String line, Optional<Duration> left) {
        boolean isShown = line.equals(text) && leading.equals(lead) && left.isEmpty() && whole.isEmpty();
        if (output.isWatched() && !isShown) {
            width = width == 0 ? output.width() : width;
            lead = leading;
            text = line;
            addition = "";
            whole = left;
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

    /** Prints something above what is shown. */
    synchronized void above(Runnable printing) {
        if (!text.isEmpty()) {
            output.overwrite("");
        }
        printing.run();
        draw();
    }

    private synchronized void draw() {
        if (!text.isEmpty()) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - since);
            String time = whole.map(all -> left(all.minus(elapsed))).orElseGet(() -> passed(elapsed));
            int room = Math.max(0, width - 2 - time.length());
            String more = cut(addition, Math.max(0, room - Math.min(KEPT, text.length())));
            String leading = lead.length() + text.length() + more.length() > room ? "" : lead;
            output.overwrite(cut(leading + text, room - more.length())
                    + output.ink().yellow(more)
                    + output.ink().faint(time));
        }
    }

    private static String passed(Duration elapsed) {
        return elapsed.toMillis() < TICK ? "" : "  " + Spans.whole(elapsed);
    }

    private static String left(Duration left) {
        return ", in " + Spans.whole(left.isNegative() ? Duration.ZERO : left.plusMillis(TICK - 1));
    }

    private static String cut(String line, int room) {
        return line.length() > room ? line.substring(0, Math.max(0, room - 3)) + "..." : line;
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
