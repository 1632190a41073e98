package dev.decant.studio.data;

import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Watches whether somebody still waits for what a statement gives, and ends the statement when nobody does: that a reader is gone is noticed only
 * when something is written to it, so that an empty line goes out from time to time.
 */
final class Attention implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(500);

    private final Writer out;
    private final Statement statement;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition over = lock.newCondition();
    private boolean closed;

    private Attention(Writer out, Statement statement) {
        this.out = out;
        this.statement = statement;
    }

    /** Watches until it is closed; nobody else writes meanwhile. */
    static Attention to(Writer out, Statement statement) {
        Attention attention = new Attention(out, statement);
        Thread.ofVirtual().name("attention").start(attention::watch);
        return attention;
    }

    private void watch() {
        lock.lock();
        try {
            while (!closed) {
                if (!over.await(BEAT.toMillis(), TimeUnit.MILLISECONDS) && !closed) {
                    out.write('\n');
                    out.flush();
                }
            }
        } catch (IOException gone) {
            cancel();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void cancel() {
        try {
            statement.cancel();
        } catch (SQLException broken) {
            // It has ended by itself.
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            over.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
