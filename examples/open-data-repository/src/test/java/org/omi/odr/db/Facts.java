package org.omi.odr.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What the database of the Open Data Repository is known to be: one line a fact, in the notation of {@code facts.txt}. */
final class Facts {
    private static final String FILE = "facts.txt";

    private Facts() {}

    /** Every fact. */
    static List<String> known() {
        try (InputStream file = Objects.requireNonNull(Facts.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every fact that does not need pgvector. */
    static List<String> withoutVectors() {
        return known().stream()
                .filter(fact -> !fact.contains("vector(") && !fact.contains("using hnsw"))
                .toList();
    }

    /** A type in the words of the file, which are shorter than the database's. */
    static String type(String type) {
        return type.replace("character varying", "varchar").replace("public.", "");
    }
}
