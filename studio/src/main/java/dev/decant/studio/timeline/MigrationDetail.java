package dev.decant.studio.timeline;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.codec.ChangeCodec;
import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.dialect.Dialect;
import dev.decant.failure.Failure;
import dev.decant.history.History;
import dev.decant.history.HistoryEntry;
import dev.decant.history.WayBack;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.studio.changes.ChangeList;
import dev.decant.studio.connection.StudioEnvironment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One migration in full: its SQL, and what it changed, each thing before and after. */
final class MigrationDetail {
    private final StudioEnvironment environment;
    private final Dialect dialect;

    MigrationDetail(StudioEnvironment environment) {
        this.environment = environment;
        this.dialect = environment.project().dialect();
    }

    /**
     * The migration of the folder, or, when its folder is missing, what the history keeps of it.
     *
     * @throws dev.decant.failure.DecantException DCT-527 when neither knows it
     */
    Json.Fields of(String id) {
        Journal journal = environment.project().journal();
        return journal.find(id)
                .map(migration -> of(migration, journal))
                .orElseGet(() -> environment.sessions().with(connection -> kept(id, connection)));
    }

    private Json.Fields of(Migration migration, Journal journal) {
        Schema after = journal.stateAt(migration.id());
        Schema before = Changes.apply(Changes.reverse(migration.changes()), after, dialect.syntax());
        return detail(
                migration.id(),
                migration.up().text(),
                migration.down().text(),
                Planner.online(dialect).plan(before, migration.changes()),
                before,
                after);
    }

    private Json.Fields kept(String id, Connection connection) throws SQLException {
        History history = new History(environment.target().database());
        Schema state = Schema.EMPTY;
        for (HistoryEntry entry : history.read(connection)) {
            WayBack way = history.wayBack(connection, entry.id()).orElseThrow();
            List<Change> changes = ChangeCodec.read(
                    JsonReader.read(way.changes(), "the changes of " + entry.id() + " in the history"));
            Schema after = Changes.apply(changes, state, dialect.syntax());
            if (entry.id().equals(id)) {
                return detail(id, "", way.downSql(), Planner.online(dialect).plan(state, changes), state, after);
            }
            state = after;
        }
        throw Failure.of("DCT-527", "there is no such migration, here or in the history")
                .at(id)
                .next("load the page again")
                .exception();
    }

    private Json.Fields detail(String id, String up, String down, Plan plan, Schema before, Schema after) {
        ChangeList list = new ChangeList(plan, before, after, dialect);
        return Json.object()
                .put("id", id)
                .put("upSql", up)
                .put("downSql", down)
                .put("changes", list.json())
                .put("things", list.things())
                .build();
    }
}
