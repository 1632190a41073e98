package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.Changes;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.testkit.SchemaDifference;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Proves on a real server that nothing of a schema is lost: what a script makes is inspected, planned from nothing, made again in another
 * database, and both databases are the same in the eyes of the inspector, and in those of {@code pg_dump} where one is there that knows the
 * server's version.
 */
final class DumpRoundTrip {
    private DumpRoundTrip() {}

    /** Makes a database from the script, and another from what Decant reads of it; gives back what it read. */
    static Schema check(String major, String script) throws SQLException {
        try (LiveDatabase made = LiveDatabase.open(major);
                LiveDatabase copy = LiveDatabase.open(major)) {
            made.execute(script);
            Schema schema = made.inspect();
            copy.migrate(Schema.EMPTY, schema);
            requireSame(copy, made, schema);
            return schema;
        }
    }

    /**
     * Makes databases from both scripts, plans from what the first one makes to what the second one makes, and runs that and the way back.
     *
     * @return the plan forth
     */
    static Plan between(String major, String from, String to) throws SQLException {
        try (LiveDatabase moving = LiveDatabase.open(major);
                LiveDatabase start = LiveDatabase.open(major);
                LiveDatabase end = LiveDatabase.open(major)) {
            moving.execute(from);
            start.execute(from);
            end.execute(to);
            Schema before = start.inspect();
            Schema after = end.inspect();
            Plan plan = moving.migrate(before, after);
            requireSame(moving, end, after);
            moving.run(new Planner(LiveDatabase.DIALECT).plan(after, Changes.reverse(plan.changes())));
            requireSame(moving, start, before);
            return plan;
        }
    }

    private static void requireSame(LiveDatabase actual, LiveDatabase expected, Schema schema) throws SQLException {
        SchemaDifference.requireEqual(actual.inspect(), schema);
        Optional<List<String>> wanted = PgDump.of(expected);
        if (wanted.isPresent()) {
            assertThat(PgDump.of(actual).orElseThrow()).as("pg_dump").isEqualTo(wanted.get());
        }
    }
}
