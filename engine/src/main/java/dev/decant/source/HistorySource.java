package dev.decant.source;

import dev.decant.change.Change;
import dev.decant.codec.ChangeCodec;
import dev.decant.codec.JsonReader;
import dev.decant.database.Target;
import dev.decant.dialect.Dialect;
import dev.decant.history.History;
import dev.decant.history.HistoryEntry;
import dev.decant.history.WayBack;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The state that the migrations lead to which ran in a database, as its history keeps them. */
public final class HistorySource implements SchemaSource {
    private final Target target;

    /** That of a database. */
    public HistorySource(Target target) {
        this.target = target;
    }

    @Override
    public Schema read() {
        try (Connection connection = target.connect()) {
            History history = new History(target.database());
            SchemaBuilder state = Schema.EMPTY.toBuilder();
            for (HistoryEntry entry : history.read(connection)) {
                WayBack way = history.wayBack(connection, entry.id()).orElseThrow();
                changes(entry, way)
                        .forEach(change -> change.applyTo(state, dialect().syntax()));
            }
            return state.build();
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    private static List<Change> changes(HistoryEntry entry, WayBack way) {
        return ChangeCodec.read(JsonReader.read(way.changes(), "the changes of " + entry.id() + " in the history"));
    }

    private Dialect dialect() {
        return target.database().dialect();
    }

    @Override
    public String describe() {
        return "the migrations that ran in " + target.display();
    }
}
