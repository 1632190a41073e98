package dev.decant.database;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Statements that not every server knows that is worked with, so that nothing is begun that an old one would stop halfway. */
public interface NewerStatements {
    /** None: every server knows all. */
    NewerStatements NONE = new NewerStatements() {
        @Override
        public int known() {
            return 0;
        }

        @Override
        public Optional<String> lacking(String sql, int version) {
            return Optional.empty();
        }
    };

    /** The major version from which on a server knows all of them. */
    int known();

    /**
     * What a server has not that a statement needs: {@code SET ACCESS METHOD for public.t, which is new in PostgreSQL 15}.
     *
     * @param version the server's major version
     */
    Optional<String> lacking(String sql, int version);

    /** Some statements. */
    @FunctionalInterface
    interface Statements {
        /** Reads them, once. */
        Stream<String> read();
    }

    /** The first thing that the server of a session has not and statements need, which are only read where it may be too old. */
    default Optional<String> lacking(Connection connection, Statements statements) throws SQLException {
        if (known() == 0) {
            return Optional.empty();
        }
        int version = connection.getMetaData().getDatabaseMajorVersion();
        return version >= known()
                ? Optional.empty()
                : statements
                        .read()
                        .flatMap(sql -> lacking(sql, version).stream())
                        .findFirst();
    }

    /**
     * Refuses what the server of a session is too old for.
     *
     * @param where the statements are, in words
     * @throws DecantException DCT-564 when there is such a thing
     */
    default void require(Connection connection, String where, Statements statements) throws SQLException {
        Optional<String> lacking = lacking(connection, statements);
        if (lacking.isPresent()) {
            throw Failure.of("DCT-564", "this server has no " + lacking.get() + "; nothing was begun")
                    .at(where)
                    .next("update the server, or write the migration without it")
                    .exception();
        }
    }
}
