package dev.decant.postgresql.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Takes away what is in a database and puts in what a backup holds, in one transaction: pg_restore tells psql what to do, and when it has told
 * all, a COMMIT comes behind. Whatever ends before, also this program by SIGKILL, psql finds an end without a COMMIT, and the database is as it was; that is why
 * psql's own {@code --single-transaction}, which commits at any end, is of no use here.
 *
 * @param variables what libpq reads from the environment
 * @param progress is told what pg_restore reads
 */
record PostgresqlReplacement(Map<String, String> variables, Consumer<String> progress) {
    /** What goes along with a schema would be told line by line, in the place of why it failed. */
    private static final String BEGINNING = "BEGIN;\nSET client_min_messages = warning;\n";

    private static final String END = "\nCOMMIT;\n";

    /**
     * Does it.
     *
     * @param reading the call of pg_restore that writes SQL to its standard output
     * @param writing the call of psql, to which the two files are added
     * @param emptying the statements that take away what is there
     * @return why it failed; nothing when it did not
     */
    String run(List<String> reading, List<String> writing, List<String> emptying)
            throws IOException, InterruptedException {
        Path first = Files.createTempFile("decant-", ".sql");
        try {
            Files.writeString(first, BEGINNING + String.join(";\n", emptying) + ";\n");
            return pump(start(reading, false), start(concat(writing, List.of("--file=" + first, "--file=-")), true));
        } finally {
            Files.deleteIfExists(first);
        }
    }

    private static List<String> concat(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Process start(List<String> command, boolean merged) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(merged);
        builder.environment().putAll(variables);
        return builder.start();
    }

    private String pump(Process reader, Process writer) throws IOException, InterruptedException {
        try (EndingTogether together = EndingTogether.of(reader, writer)) {
            String failure = pumped(reader, writer);
            return !failure.isEmpty() && together.isEnded() ? PostgresqlBackups.INTERRUPTED : failure;
        }
    }

    private String pumped(Process reader, Process writer) throws IOException, InterruptedException {
        CompletableFuture<String> read = LastWords.of(reader.errorReader(StandardCharsets.UTF_8), progress);
        CompletableFuture<String> wrote = LastWords.of(writer.inputReader(StandardCharsets.UTF_8), line -> {});
        boolean taken = false;
        boolean complete = false;
        try {
            taken = transfer(reader, writer);
            complete = taken && reader.waitFor() == 0 && isTold(writer, END.getBytes(StandardCharsets.UTF_8));
        } finally {
            if (!complete) {
                if (reader.isAlive()) { // To destroy one that has ended would take away what it said.
                    reader.destroy();
                }
                end(writer);
            }
        }
        if (complete) {
            close(writer);
        }
        boolean written = writer.waitFor() == 0;
        if (complete && written) {
            return "";
        }
        boolean unread = taken && !complete;
        String why = unread ? read.join() : wrote.join();
        String said = why.isBlank() ? read.join() : why;
        return said.isBlank() ? "the programs failed without a word" : said;
    }

    /** Whether psql takes all that it is given; once it has failed, it takes no more. */
    private static boolean transfer(Process reader, Process writer) throws IOException {
        byte[] bytes = new byte[1 << 16];
        for (int read = reader.getInputStream().read(bytes);
                read >= 0;
                read = reader.getInputStream().read(bytes)) {
            if (!isTold(writer, Arrays.copyOf(bytes, read))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTold(Process writer, byte[] bytes) {
        try {
            writer.getOutputStream().write(bytes);
            writer.getOutputStream().flush();
            return true;
        } catch (IOException psqlEnded) {
            return false;
        }
    }

    private static void close(Process writer) {
        try {
            writer.getOutputStream().close();
        } catch (IOException psqlEnded) {
            // Its code says why.
        }
    }

    /** Gives psql a moment to say why it ended, if it did; else it is ended in the middle. */
    private static void end(Process writer) throws InterruptedException {
        if (!writer.waitFor(1, TimeUnit.SECONDS)) {
            writer.destroyForcibly();
        }
    }
}
