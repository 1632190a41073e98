package dev.decant.postgresql.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Writes what pg_dump tells into a file. It goes through a pipe: when this program is killed, pg_dump has nobody to write for and ends too, in place of
 * finishing a file that nobody waits for.
 *
 * @param variables what libpq reads from the environment
 * @param progress is told what pg_dump writes
 */
record PostgresqlDump(Map<String, String> variables, Consumer<String> progress) {
    /**
     * Does it.
     *
     * @param dumping the call of pg_dump that writes a backup to its standard output
     * @return why it failed; nothing when it did not
     */
    String run(List<String> dumping, Path file) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(dumping);
        builder.environment().putAll(variables);
        Process process = builder.start();
        try (EndingTogether together = EndingTogether.of(process)) {
            CompletableFuture<String> said = LastWords.of(process.errorReader(StandardCharsets.UTF_8), progress);
            write(process, file, together);
            boolean failed = process.waitFor() != 0;
            return together.isEnded() && failed ? PostgresqlBackups.INTERRUPTED : failed ? why(said) : "";
        } finally {
            process.destroy();
        }
    }

    private static String why(CompletableFuture<String> said) {
        return said.join().isBlank() ? "pg_dump failed without a word" : said.join();
    }

    /** What is written is on the disk in the end, as pg_dump itself sees to with a file of its own. */
    private static void write(Process process, Path file, EndingTogether together) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                InputStream dump = process.getInputStream();
                OutputStream out = Channels.newOutputStream(channel)) {
            dump.transferTo(out);
            channel.force(true);
        } catch (IOException e) {
            if (!together.isEnded()) {
                throw e;
            }
        }
    }
}
