package org.omi.odr.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.decant.journal.Journal;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The migrations on real servers with real rows, every step up and down and up again. */
class MigrationsTest {
    private static final String EMBEDDINGS = """
            INSERT INTO content_embeddings (embedding)
                SELECT array(SELECT sin(row * place) FROM generate_series(1, 512) place)::vector(512)
                FROM generate_series(1, 50) row;
            """;

    private static final String NEAREST = """
            SELECT id FROM content_embeddings
            ORDER BY embedding <=> (SELECT embedding FROM content_embeddings WHERE id = 7) LIMIT 1
            """;

    @TempDir
    private Path scratch;

    static List<String> majors() {
        return TestServers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void no_row_is_lost_on_the_way_up_and_down(String major) throws SQLException, IOException {
        TestServer server = TestServers.postgres(major);
        try (TestDatabase database = server.freshDatabase()) {
            journey(server, database).thereAndBackAndThereAgain();
        }
    }

    /** With vectors where they can be had; where not, everything else, and a word about it. */
    private Journey journey(TestServer server, TestDatabase database) throws IOException {
        if (server.vector().usable()) {
            return new Journey(database, Journal.open(Path.of("migrations"), Story.DIALECT), Facts.known());
        }
        System.out.println("Skipped on PostgreSQL " + server.major() + ": the vector columns and their indexes. "
                + server.vector());
        Journal journal = Story.tellWithoutVectors(scratch, scratch.resolve("migrations"));
        return new Journey(database, journal, Facts.withoutVectors());
    }

    @ParameterizedTest
    @MethodSource("majors")
    void the_nearest_embedding_is_found_by_its_index(String major) throws SQLException {
        TestServer server = TestServers.postgres(major);
        assumeTrue(server.vector().usable(), "PostgreSQL " + major + ": " + server.vector());
        try (TestDatabase database = server.freshDatabase()) {
            Journal journal = Journal.open(Path.of("migrations"), Story.DIALECT);
            new LiveJournal(journal, database).up(journal.migrations().getLast());
            database.execute(EMBEDDINGS + "ALTER DATABASE " + database.name() + " SET enable_seqscan = off");
            assertThat(database.query(NEAREST)).containsExactly("7");
            assertThat(database.query("EXPLAIN " + NEAREST))
                    .anyMatch(line -> line.contains("Index Scan using content_embedding_hnsw_idx"));
        }
    }
}
