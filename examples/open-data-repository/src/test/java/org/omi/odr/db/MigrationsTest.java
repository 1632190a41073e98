package org.omi.odr.db;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
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
    static List<String> majors() {
        return TestServers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void no_row_is_lost_on_the_way_up_and_down(String major) throws SQLException {
        TestServer server = TestServers.postgres(major);
        assumeTrue(server.vector().usable(), "with vectors, on PostgreSQL " + major + ": " + server.vector());
        Journal journal = Journal.open(Path.of("migrations"), Story.DIALECT);
        try (TestDatabase database = server.freshDatabase()) {
            new Journey(database, journal.migrations(), Facts.known()).thereAndBackAndThereAgain();
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void where_pgvector_cannot_be_had_all_the_rest_is_still_so(String major, @TempDir Path scratch)
            throws SQLException, IOException {
        TestServer server = TestServers.postgres(major);
        assumeFalse(server.vector().usable(), "without vectors, on PostgreSQL " + major + ": it has pgvector");
        List<Migration> migrations =
                Story.tellWithoutVectors(scratch, scratch.resolve("migrations")).migrations();
        try (TestDatabase database = server.freshDatabase()) {
            new Journey(database, migrations, Facts.withoutVectors()).thereAndBackAndThereAgain();
        }
    }
}
