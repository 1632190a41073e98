package dev.decant.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Holds the format still: what these files look like is what users have committed. */
class GoldenJsonTest {
    @Test
    void changes_are_written_as_they_always_were() throws IOException {
        String golden = golden("changes.json");
        assertThat(JsonWriter.write(ChangeCodec.write(Samples.changes()))).isEqualTo(golden);
        assertThat(ChangeCodec.read(JsonReader.read(golden, "changes.json"))).isEqualTo(Samples.changes());
    }

    @Test
    void schemas_are_written_as_they_always_were() throws IOException {
        String golden = golden("schema.json");
        assertThat(JsonWriter.write(SchemaCodec.write(Samples.schema()))).isEqualTo(golden);
        assertThat(SchemaCodec.read(JsonReader.read(golden, "schema.json"))).isEqualTo(Samples.schema());
    }

    @Test
    void a_schema_has_the_fingerprint_that_it_always_had() {
        assertThat(Fingerprint.of(Samples.schema()))
                .isEqualTo("s1:eb1279d098cb6fb57e829e6368a6a9d34bd0e2ae12cb037deec99c08747826ad");
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(GoldenJsonTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
