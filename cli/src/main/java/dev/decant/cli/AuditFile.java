package dev.decant.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A file to which a line is added for each thing that is done. */
record AuditFile(Path file) {
    /** Adds a line, behind the time and the user of this machine. */
    synchronized void add(String line) {
        String who = System.getProperty("user.name", "");
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(
                    file,
                    Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + who + " " + line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
