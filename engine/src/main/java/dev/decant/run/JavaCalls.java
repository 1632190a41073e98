package dev.decant.run;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.history.Direction;
import dev.decant.journal.JavaFile;
import dev.decant.journal.SqlFile;
import dev.decant.migration.JavaMigration;
import dev.decant.source.JavaCode;
import dev.decant.sql.ScriptStatement;
import dev.decant.sql.StatementTraits;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls the classes of migrations in one run; each is made once. */
final class JavaCalls {
    private final JavaCode code;
    private final StatementTraits traits;
    private final Map<List<JavaFile>, Map<String, JavaMigration>> made = new HashMap<>();

    JavaCalls(JavaCode code, StatementTraits traits) {
        this.code = code;
        this.traits = traits;
    }

    /** Finds what is wrong with a class that a file calls. */
    void require(SqlFile file, JavaFile called) {
        object(file, called);
    }

    private synchronized JavaMigration object(SqlFile file, JavaFile called) {
        Map<String, JavaMigration> objects = made.computeIfAbsent(file.java(), code::load);
        return Optional.ofNullable(objects.get(called.name()))
                .orElseThrow(() -> Failure.of("DCT-540", "its class is no JavaMigration")
                        .at(called.path())
                        .next("let it implement dev.decant.migration.JavaMigration")
                        .exception());
    }

    /** Calls the class in the place of a statement, with the connection of the migration. */
    void call(SqlFile file, ScriptStatement statement, JavaFile called, Direction direction, Connection connection)
            throws RefusedException {
        JavaMigration migration = object(file, called);
        Connection guarded = GuardedConnection.of(connection, traits);
        try {
            switch (direction) {
                case UP -> migration.up(guarded);
                case DOWN -> migration.down(guarded);
            }
        } catch (SQLException e) {
            throw RefusedException.of(spot(called, e), file, statement, e);
        } catch (DecantException e) {
            String place = spot(called, e).toString();
            throw new DecantException(
                    e.failures().stream()
                            .map(failure -> failure.where().isPresent() ? failure : failure.at(place))
                            .toList(),
                    e);
        } catch (Exception | LinkageError e) {
            throw Failure.of("DCT-539", "the class failed: " + e)
                    .at(spot(called, e).toString())
                    .exception(e);
        }
    }

    /** Where in the source something was thrown, as far as it can be told. */
    private static Spot spot(JavaFile called, Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> (called.name() + JavaFile.EXTENSION).equals(frame.getFileName()))
                .findFirst()
                .map(frame -> new Spot(called.path(), frame.getLineNumber(), 1))
                .orElseGet(() -> new Spot(called.path(), 1, 1));
    }
}
