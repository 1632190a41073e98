package dev.decant.embedded.postgresql;

import dev.decant.failure.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Another program, run to its end.
 *
 * @param line the program and its arguments
 * @param input what it reads from its standard input
 * @param limit how long it may take; then it and its children are ended, which counts as a failure
 */
record Command(List<String> line, String input, Duration limit) {
    private static final Duration SHORT = Duration.ofSeconds(60);

    Command {
        line = List.copyOf(line);
    }

    static Command of(String... line) {
        return new Command(List.of(line), "", SHORT);
    }

    static Command of(List<String> line) {
        return new Command(line, "", SHORT);
    }

    Command reading(String text) {
        return new Command(line, text, limit);
    }

    Command within(Duration time) {
        return new Command(line, input, time);
    }

    /** Runs the program, with its output and its errors in one text. */
    Outcome run() {
        try {
            ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> endWithChildren(process), after(limit));
            feed(process);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            end.cancel(false);
            return new Outcome(status, output.strip());
        } catch (IOException e) {
            throw Failure.of("DCT-610", line.getFirst() + " could not be run: " + e.getMessage())
                    .next("install it, or put it on the PATH")
                    .exception(e);
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    /** Whether the program exists and ends well. */
    boolean succeeds() {
        return found(line.getFirst()).isPresent() && run().succeeded();
    }

    /** Where a program lies, if it is a path that can be run or can be found on the PATH. */
    static Optional<Path> found(String program) {
        if (program.contains("/")) {
            return Optional.of(Path.of(program)).filter(Files::isExecutable);
        }
        return Pattern.compile(":")
                .splitAsStream(System.getenv().getOrDefault("PATH", "/usr/bin:/bin"))
                .map(folder -> Path.of(folder.isEmpty() ? "." : folder, program))
                .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file))
                .findFirst();
    }

    private static Executor after(Duration time) {
        return CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void endWithChildren(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void feed(Process process) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            // A program that ended before it read everything says why by its exit status.
        }
    }

    /**
     * How a program ended.
     *
     * @param status its exit status, 0 when all went well
     * @param output everything that it printed
     */
    record Outcome(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }

        /** The last lines of the output, on one line, for an error message. */
        String summary() {
            List<String> lines = output.lines().filter(text -> !text.isBlank()).toList();
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        }
    }
}
