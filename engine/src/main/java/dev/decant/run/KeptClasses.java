package dev.decant.run;

import dev.decant.history.ScriptEntry;
import dev.decant.journal.JavaFile;
import dev.decant.journal.Migration;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The classes that the history keeps so that a migration can be taken back without its folder. */
final class KeptClasses {
    private KeptClasses() {}

    /** Keeps the classes beside a {@code down.sql}. */
    static void keep(Session session, Migration migration) throws SQLException {
        for (JavaFile file : migration.down().java()) {
            session.history()
                    .scripts()
                    .put(
                            session.connection(),
                            new ScriptEntry(
                                    ScriptEntry.Kind.JAVA,
                                    migration.id() + "/" + file.name() + JavaFile.EXTENSION,
                                    file.checksum(),
                                    session.now(),
                                    session.settings().user(),
                                    Duration.ZERO,
                                    session.settings().toolVersion(),
                                    file.text()));
        }
    }

    /** The classes that are kept of a migration. */
    static List<JavaFile> of(Session session, String migration) throws SQLException {
        return session.history().scripts(session.connection(), ScriptEntry.Kind.JAVA).stream()
                .filter(entry -> entry.name().startsWith(migration + "/"))
                .map(entry -> new JavaFile(entry.name(), entry.text(), Map.of()))
                .toList();
    }
}
