package org.omi.odr.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.model.Schema;
import dev.decant.testkit.postgresql.TestDatabase;
import java.sql.SQLException;
import java.util.List;

/** Takes a database with rows through all migrations of the story, and looks at the rows after every step. */
final class Journey {
    /** What {@code contents.url} is after each migration, as a query for the address in it. */
    private static final List<String> ADDRESS =
            List.of("convert_from(url, 'UTF8')", "url", "url[1] || repeat(' and more', cardinality(url) - 1)");

    private static final String ROWS = """
            INSERT INTO users (id, email, name) VALUES (1, 'zoe@example.org', 'Zoë');
            INSERT INTO teams (id, name) VALUES (1, 'Curators');
            INSERT INTO contents (name, type, status, width, meta, from_user_id, from_team_id, url) VALUES
                ('plain', 'IMAGE', 'AVAILABLE', 640, '{"taken": 2024}', 1, 1, convert_to('https://example.org/a.png', 'UTF8')),
                ('unicode', 'TEXT', 'PENDING', NULL, NULL, 1, NULL, convert_to('https://例え.jp/größe?q=😀 é', 'UTF8')),
                ('awkward', 'VOICE', 'DELISTED', NULL, '[]', NULL, NULL, convert_to(E'it''s {a,"b"}\\\\ \\t', 'UTF8')),
                ('empty', 'MUSIC', NULL, NULL, NULL, NULL, 1, ''),
                ('unknown', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
            INSERT INTO content_events (content_id, status, set_by) SELECT id, 'PENDING', 1 FROM contents;
            """;

    private static final List<String> ADDRESSES = List.of(
            "plain|https://example.org/a.png",
            "unicode|https://例え.jp/größe?q=😀 é",
            "awkward|it's {a,\"b\"}\\ \t",
            "empty|",
            "unknown|null");

    private final TestDatabase database;
    private final LiveJournal live;
    private final List<Migration> migrations;
    private final Schema wanted;
    private final List<String> facts;

    Journey(TestDatabase database, Journal journal, List<String> facts) {
        this.database = database;
        this.live = new LiveJournal(journal, database);
        this.migrations = journal.migrations();
        this.wanted = journal.state();
        this.facts = facts;
    }

    void thereAndBackAndThereAgain() throws SQLException {
        live.up(migrations.getFirst());
        database.execute(ROWS);
        List<String> others = otherColumns();
        up();
        assertThat(otherColumns()).isEqualTo(others);
        assertFacts();
        down();
        assertThat(otherColumns()).isEqualTo(others);
        up();
        assertFacts();
        down();
        live.down();
        assertThat(live.applied()).isZero();
        assertThat(CatalogueFacts.of(database)).isEmpty();
        assertThat(database.query("SELECT extname FROM pg_extension")).containsExactly("plpgsql");
    }

    private void up() throws SQLException {
        assertAddresses(0);
        for (int step = 1; step < migrations.size(); step++) {
            live.up(migrations.get(step));
            assertThat(live.applied()).isEqualTo(step + 1);
            assertAddresses(step);
        }
    }

    private void down() throws SQLException {
        for (int step = migrations.size() - 1; step > 0; step--) {
            live.down();
            assertThat(live.applied()).isEqualTo(step);
            assertAddresses(step - 1);
        }
    }

    private void assertAddresses(int step) throws SQLException {
        String address = ADDRESS.get(Math.min(step, ADDRESS.size() - 1));
        assertThat(database.query("SELECT name, " + address + " FROM contents ORDER BY id"))
                .as("after %s", migrations.get(step))
                .isEqualTo(ADDRESSES);
    }

    private List<String> otherColumns() throws SQLException {
        return database.query("""
                SELECT c.id, c.name, type, c.status, width, meta, from_user_id, from_team_id, c.created_at, e.id, e.created_at
                FROM contents c JOIN content_events e ON content_id = c.id ORDER BY c.id
                """);
    }

    private void assertFacts() throws SQLException {
        assertThat(String.join("\n", CatalogueFacts.of(database))).isEqualTo(String.join("\n", facts));
        assertThat(live.inspect()).isEqualTo(wanted);
    }
}
