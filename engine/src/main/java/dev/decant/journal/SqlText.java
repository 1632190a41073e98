package dev.decant.journal;

import java.util.Iterator;
import java.util.List;

/** What a file of SQL says. */
public sealed interface SqlText permits SqlText.Held, StoredText {
    /** All of it at once. */
    String whole();

    /** All of it in pieces, read anew each time. */
    Iterator<String> pieces();

    /** How many bytes it has in its file, or characters when it is in none. */
    long size();

    /**
     * A text in memory.
     *
     * @param whole the text
     */
    record Held(String whole) implements SqlText {
        @Override
        public Iterator<String> pieces() {
            return List.of(whole).iterator();
        }

        @Override
        public long size() {
            return whole.length();
        }
    }
}
