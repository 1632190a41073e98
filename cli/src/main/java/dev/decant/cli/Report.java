package dev.decant.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether a call has told what came of it, for whoever must not end the process before. */
final class Report {
    private final CountDownLatch told = new CountDownLatch(1);
    private volatile int code = ExitCode.FAILED;

    /** All is told; the call ends with this code. */
    void end(int exitCode) {
        code = exitCode;
        told.countDown();
    }

    /** Waits until all is told, or for so long; says whether all went well. */
    boolean await(long seconds) throws InterruptedException {
        return told.await(seconds, TimeUnit.SECONDS) && code == ExitCode.DONE;
    }
}
