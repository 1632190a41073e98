package dev.decant.postgresql.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What a program says last, which is why it failed when it did. */
final class LastWords {
    private static final int TOLD = 5;

    private LastWords() {}

    /**
     * Reads what a program says, beside whatever else is done, until it ends.
     *
     * @param each is told each line without the program's name
     */
    static CompletableFuture<String> of(BufferedReader lines, Consumer<String> each) {
        return CompletableFuture.supplyAsync(
                () -> read(lines, each), task -> Thread.ofVirtual().start(task));
    }

    private static String read(BufferedReader lines, Consumer<String> each) {
        Deque<String> said = new ArrayDeque<>();
        try (lines) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                each.accept(line.replaceFirst("^pg_(dump|restore): ", ""));
                said.addLast(line);
                if (said.size() > TOLD) {
                    said.removeFirst();
                }
            }
        } catch (IOException ended) {
            // It was ended in the middle; what it said until then is all there is.
        }
        return String.join(" / ", said);
    }
}
