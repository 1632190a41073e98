package dev.decant.config;

import dev.decant.failure.DecantException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of a {@code .env} file, not yet filled in; of two lines for one name the later one counts.
 *
 * <p>Known are {@code export}, comments, bare, single-quoted, backquoted and double-quoted values, the last with escapes
 * and {@code ${VAR}}; quoted values may span lines.
 */
record DotEnv(Map<String, Entry> entries) {
    /** One variable: its value and the line on which it starts. */
    record Entry(int line, String value, boolean literal) {
        @Override
        public String toString() {
            return "line " + line;
        }
    }

    DotEnv {
        entries = Map.copyOf(entries);
    }

    static DotEnv empty() {
        return new DotEnv(Map.of());
    }

    /**
     * The variables of a file with this content.
     *
     * @param file what to call the file in errors
     * @throws DecantException DCT-108, one failure for each line that cannot be understood
     */
    static DotEnv parse(String file, String text) {
        DotEnvReader reader = new DotEnvReader(file, text);
        Map<String, Entry> entries = new LinkedHashMap<>(reader.read());
        if (!reader.failures().isEmpty()) {
            throw new DecantException(reader.failures());
        }
        return new DotEnv(entries);
    }

    Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }
}
