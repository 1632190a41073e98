package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.sql.DirectiveKeys;
import dev.decant.sql.Script;
import dev.decant.sql.ScriptStatement;
import dev.decant.sql.Syntax;
import dev.decant.testkit.SchemaDifference;
import java.sql.SQLException;
import java.util.List;

/** Proofs that objects of some kind are read as they are and written as they were read, on real servers. */
final class ObjectProof {
    private ObjectProof() {}

    /** Runs a script, statement by statement. */
    static void run(LiveDatabase live, String script) throws SQLException {
        for (ScriptStatement statement :
                Script.parse(script, Syntax.POSTGRESQL, DirectiveKeys.NONE).statements()) {
            live.execute(statement.text());
        }
    }

    /**
     * What a script made is read, made in an empty database from what was read, read there as the same, told of by the server in the same
     * words, and dropped.
     *
     * @param facts a query that gives the server's own words
     * @return what was read
     */
    static Schema isMadeAgain(String major, String script, String facts) throws SQLException {
        try (LiveDatabase first = LiveDatabase.open(major);
                LiveDatabase second = LiveDatabase.open(major)) {
            run(first, script);
            Schema schema = first.inspect();
            assertThat(SchemaDifference.of(LiveDatabase.DIALECT.canonical(schema), schema))
                    .isEmpty();
            second.migrate(Schema.EMPTY, schema);
            assertThat(SchemaDifference.of(second.inspect(), schema)).isEmpty();
            assertThat(second.query(facts)).isEqualTo(first.query(facts)).isNotEmpty();
            second.migrate(schema, Schema.EMPTY);
            assertThat(second.inspect()).isEqualTo(Schema.EMPTY);
            return schema;
        }
    }

    /**
     * What one script makes becomes what the other makes, and back.
     *
     * @return the first words of each statement of the way there
     */
    static List<String> becomes(String before, String after) throws SQLException {
        return becomes("17", before, after);
    }

    /** The same on a server of some version. */
    static List<String> becomes(String major, String before, String after) throws SQLException {
        try (LiveDatabase first = LiveDatabase.open(major);
                LiveDatabase second = LiveDatabase.open(major)) {
            run(first, before);
            run(second, after);
            Schema then = first.inspect();
            Schema now = second.inspect();
            Plan plan = first.migrate(then, now);
            requireSettled(first.inspect(), now);
            first.migrate(now, then);
            requireSettled(first.inspect(), then);
            return plan.statements()
                    .map(statement -> statement.sql().lines().findFirst().orElseThrow())
                    .toList();
        }
    }

    private static void requireSettled(Schema now, Schema wanted) {
        assertThat(SchemaDifference.of(now, LiveDatabase.DIALECT.settled(now, wanted)))
                .isEmpty();
    }
}
