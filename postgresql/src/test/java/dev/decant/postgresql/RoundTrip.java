package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.Changes;
import dev.decant.dialect.Hazard;
import dev.decant.model.FormerName;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.testkit.SchemaDifference;
import java.sql.SQLException;
import java.util.List;

/** A schema that becomes another on a real server, and what it was again. */
final class RoundTrip implements AutoCloseable {
    private final LiveDatabase live;
    private final Schema before;
    private final Schema after;
    private final Plan up;

    /** Makes the schema before in an empty database of a server of that major. */
    RoundTrip(String major, Schema before, Schema after, FormerName... formerNames) throws SQLException {
        this.before = before;
        this.after = after;
        up = LiveDatabase.plan(before, after, formerNames);
        live = LiveDatabase.open(major);
        live.migrate(Schema.EMPTY, before);
        assertIs(before);
    }

    /** The same on the usual server. */
    static RoundTrip between(Schema before, Schema after, FormerName... formerNames) throws SQLException {
        return new RoundTrip("17", before, after, formerNames);
    }

    /** Goes there and back, and there again. */
    static void prove(Schema before, Schema after, FormerName... formerNames) throws SQLException {
        try (RoundTrip trip = between(before, after, formerNames)) {
            trip.up();
            trip.down();
            trip.up();
        }
    }

    LiveDatabase live() {
        return live;
    }

    /** Goes there; the database is what was wanted. */
    void up() throws SQLException {
        live.run(up);
        assertIs(after);
    }

    /** Goes back; the database is what it was. */
    void down() throws SQLException {
        live.run(new Planner(LiveDatabase.DIALECT).plan(after, Changes.reverse(up.changes())));
        assertIs(before);
    }

    /** What may go wrong on the way there. */
    List<String> hazards(Hazard.Kind kind) {
        return up.hazards().stream()
                .filter(hazard -> hazard.kind() == kind)
                .map(Hazard::message)
                .toList();
    }

    private void assertIs(Schema expected) throws SQLException {
        Schema actual = live.inspect();
        assertThat(SchemaDifference.of(actual, expected)).isEmpty();
    }

    @Override
    public void close() throws SQLException {
        live.close();
    }
}
