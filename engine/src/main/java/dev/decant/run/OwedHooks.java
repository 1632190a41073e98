package dev.decant.run;

import dev.decant.history.History;
import dev.decant.journal.Hook;
import dev.decant.journal.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The hooks at the end of a run that an earlier run did not come to; the next run does. */
public final class OwedHooks {
    private static final List<Hook> LAST = List.of(Hook.AFTER_MIGRATE, Hook.AFTER_ROLLBACK);

    private OwedHooks() {}

    /** Those that a database is owed. */
    public static Set<Hook> of(Scripts scripts, History history, Connection connection) throws SQLException {
        Set<Hook> owed = EnumSet.noneOf(Hook.class);
        for (Hook hook : LAST) {
            if (scripts.hook(hook).isPresent()
                    && history.isNoted(connection, HookTask.id(hook), HookTask.direction(hook))) {
                owed.add(hook);
            }
        }
        return owed;
    }
}
