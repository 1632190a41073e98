package dev.decant.embedded.postgresql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another program that uses an embedded server until it is told to end, or killed. */
final class OtherProgram implements AutoCloseable {
    /** A home of this name is deleted when the last user has gone. */
    static final String TEMPORARY = "temporary";

    private final Process process;
    private final int port;

    private OtherProgram(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and waits until its server accepts connections. */
    static OtherProgram at(Path home) {
        Process process = launch(home);
        return new OtherProgram(process, portOf(process));
    }

    static Process launch(Path home) {
        try {
            return new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherProgram.class.getName(),
                            home.toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int portOf(Process process) {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        try {
            return Integer.parseInt(String.valueOf(output.readLine()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Ends it with no chance to do anything, as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Ends it as Ctrl-C or a normal end does: its shutdown hooks run. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    // Its server is left to the shutdown hook on purpose.
    @SuppressWarnings("resource")
    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedPostgres server = Servers.at(Path.of(arguments[0]));
        boolean temporary = arguments[0].endsWith(TEMPORARY);
        System.out.println((temporary ? server.temporary() : server).start().port());
        Thread.sleep(TimeUnit.MINUTES.toMillis(5));
    }
}
