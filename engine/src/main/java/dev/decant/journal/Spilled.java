package dev.decant.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a stream: held when it is small, else written into a file of its own, from which it is read piece by piece. */
final class Spilled {
    private Spilled() {}

    /**
     * Reads all of it; the file goes when the program ends.
     *
     * @throws IOException when it cannot be read, or there is no room for the file
     */
    static SqlText of(InputStream stream) throws IOException {
        byte[] beginning = stream.readNBytes((int) StoredText.LARGE);
        if (beginning.length < StoredText.LARGE) {
            return new HeldText(new String(beginning, StandardCharsets.UTF_8));
        }
        Path file = Files.createTempFile("decant-", ".sql");
        file.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(beginning);
            stream.transferTo(out);
        }
        return StoredText.of(file);
    }
}
