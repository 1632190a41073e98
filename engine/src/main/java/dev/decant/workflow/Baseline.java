package dev.decant.workflow;

import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.failure.Failure;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.model.Column;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.run.Amendments;
import dev.decant.run.RunListener;
import dev.decant.run.RunSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The verb {@code baseline}: takes migrations for applied in a database that was there before Decant was. */
public final class Baseline {
    private static final int SHOWN = 5;

    private final Journal journal;
    private final Target target;
    private final RunSettings settings;
    private final RunListener listener;

    /** Takes the migrations of a journal for applied in a database. */
    public Baseline(Journal journal, Target target, RunSettings settings, RunListener listener) {
        this.journal = journal;
        this.target = target;
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Does it.
     *
     * @param to the last one: its id, the beginning of it, or its title; all when empty
     * @param unseen whether it is done even if tables or columns are not there
     * @param reason why, for whoever reads the history later
     * @return the ids of those that were not in the history before
     * @throws dev.decant.failure.DecantException DCT-535 when tables or columns are not there
     */
    public List<String> run(Optional<String> to, boolean unseen, String reason) {
        if (journal.migrations().isEmpty()) {
            throw Failure.of("DCT-219", "there are no migrations to take for applied")
                    .at(journal.folder().toString())
                    .next("write the first one with: decant generate")
                    .exception();
        }
        Optional<String> last = to.map(name -> journal.named(name).id());
        if (!unseen) {
            requireThere(last.map(journal::stateAt).orElseGet(journal::state));
        }
        List<String> wanted = last.map(journal::upTo).orElseGet(journal::migrations).stream()
                .map(Migration::id)
                .toList();
        Amendments amendments = new Amendments(target.database(), target::connect, settings, listener, reason);
        return target.place(() -> amendments.baseline(journal, wanted));
    }

    private void requireThere(Schema wanted) {
        List<String> absent = absent(wanted, inspected());
        if (!absent.isEmpty()) {
            String more = absent.size() > SHOWN ? " and " + (absent.size() - SHOWN) + " more" : "";
            throw Failure.of(
                            "DCT-535",
                            "not there, although the migrations make it: "
                                    + String.join(", ", absent.subList(0, Math.min(SHOWN, absent.size()))) + more)
                    .at(target.display())
                    .next("take fewer for applied by naming the last one, or, if that is meant: --unseen")
                    .exception();
        }
    }

    private Schema inspected() {
        try (Connection connection = target.connect()) {
            return target.database().inspect(connection, Scope.EVERYTHING);
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    private static List<String> absent(Schema wanted, Schema found) {
        List<String> absent = new ArrayList<>();
        for (Table table : wanted.tables().values()) {
            Table there = found.tables().get(table.name());
            if (there == null) {
                absent.add("table " + table.name());
            } else {
                absentColumns(table, there).forEach(absent::add);
            }
        }
        return absent;
    }

    private static Stream<String> absentColumns(Table wanted, Table found) {
        List<String> columns = found.columns().stream().map(Column::name).toList();
        return wanted.columns().stream()
                .map(Column::name)
                .filter(column -> !columns.contains(column))
                .map(column -> "column " + wanted.name() + "." + column);
    }
}
