package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.decant.database.Ailment;
import dev.decant.database.LiveSession;
import dev.decant.database.Monitor;
import dev.decant.database.TableSize;
import dev.decant.model.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a database tells of itself. */
class PostgresqlMonitorTest {
    private static final Monitor MONITOR = LiveDatabase.DATABASE.monitor();
    private static final ObjectName ORDERS = ObjectName.of("public", "orders");

    private static final List<String> SHOP = List.of(
            "CREATE TABLE customers (id smallserial PRIMARY KEY, name text)",
            "CREATE TABLE orders (id int PRIMARY KEY, customer smallint REFERENCES customers, total int, note text)",
            "CREATE INDEX orders_total ON orders (total)",
            "CREATE INDEX orders_total_note ON orders (total, note)",
            "CREATE INDEX orders_total_again ON orders (total)",
            "CREATE INDEX orders_note ON orders (note)",
            "INSERT INTO customers (name) VALUES ('Ann')",
            "INSERT INTO orders SELECT n, 1, n, 'note ' || n FROM generate_series(1, 20000) AS n",
            "ANALYZE",
            "ALTER TABLE orders ADD CONSTRAINT cheap CHECK (total < 10) NOT VALID",
            "SELECT setval('customers_id_seq', 30000)");

    private static LiveDatabase shop(String major) throws SQLException {
        LiveDatabase live = LiveDatabase.open(major);
        for (String statement : SHOP) {
            live.execute(statement);
        }
        return live;
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void what_should_be_mended_is_named_with_what_mends_it(String major) throws SQLException {
        try (LiveDatabase live = shop(major)) {
            List<Ailment> found = MONITOR.ailments(live.connection());

            assertThat(found)
                    .extracting(Ailment::kind, Ailment::subject)
                    .containsExactlyInAnyOrder(
                            tuple(Ailment.Kind.EXHAUSTED_SEQUENCE, "public.customers_id_seq"),
                            tuple(Ailment.Kind.UNVALIDATED_CONSTRAINT, "cheap"),
                            tuple(Ailment.Kind.MISSING_INDEX, "public.orders.customer"),
                            tuple(Ailment.Kind.DUPLICATE_INDEX, "public.orders_total"),
                            tuple(Ailment.Kind.DUPLICATE_INDEX, "public.orders_total_again"),
                            tuple(Ailment.Kind.UNUSED_INDEX, "public.orders_note"),
                            tuple(Ailment.Kind.UNUSED_INDEX, "public.orders_total_note"));
            for (Ailment ailment : found) {
                for (String sql : ailment.sql()) {
                    if (ailment.kind() != Ailment.Kind.UNVALIDATED_CONSTRAINT) {
                        live.execute(sql);
                    }
                }
            }
            assertThat(MONITOR.ailments(live.connection()))
                    .extracting(Ailment::kind)
                    .containsExactly(Ailment.Kind.UNVALIDATED_CONSTRAINT);
        }
    }

    @Test
    void an_index_whose_building_failed_is_the_worst() throws SQLException {
        try (LiveDatabase live = shop("17")) {
            live.execute("UPDATE orders SET total = 5 WHERE id < 3");
            try {
                live.execute("CREATE UNIQUE INDEX CONCURRENTLY orders_total_once ON orders (total)");
            } catch (SQLException expected) {
                // Two rows have the same total.
            }

            assertThat(MONITOR.ailments(live.connection()).getFirst())
                    .extracting(Ailment::kind, Ailment::severity, Ailment::subject)
                    .containsExactly(Ailment.Kind.INVALID_INDEX, Ailment.Severity.HIGH, "public.orders_total_once");
        }
    }

    @Test
    void sizes_are_told_even_of_a_table_that_somebody_has_locked() throws SQLException {
        try (LiveDatabase live = shop("17");
                Connection other = live.connect()) {
            begin(other, "LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");

            TableSize biggest = MONITOR.sizes(live.connection()).getFirst();

            assertThat(biggest.table()).isEqualTo(ORDERS);
            assertThat(biggest.bytes()).isGreaterThan(500_000);
            assertThat(biggest.rows()).isEqualTo(20_000);
            assertThat(MONITOR.vitals(live.connection()).server()).startsWith("PostgreSQL 17");
        }
    }

    @Test
    void who_is_in_the_way_of_whom_is_told_and_can_be_ended() throws Exception {
        try (LiveDatabase live = shop("17");
                Connection holder = live.connect();
                Connection waiter = live.connect()) {
            begin(holder, "UPDATE orders SET total = 1 WHERE id = 1");
            Thread waiting = Thread.ofVirtual().start(() -> {
                try {
                    begin(waiter, "LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");
                } catch (SQLException ended) {
                    // That is what the test does.
                }
            });
            LiveSession blocked = blocked(live.connection());
            LiveSession blocker = MONITOR.sessions(live.connection()).stream()
                    .filter(session -> blocked.blockedBy().contains(session.id()))
                    .findFirst()
                    .orElseThrow();

            assertThat(blocked.query()).isEqualTo("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");
            assertThat(blocked.locks()).contains(new LiveSession.Lock("public.orders", "ACCESS EXCLUSIVE", false));
            assertThat(blocker.state()).isEqualTo("idle in transaction");
            assertThat(MONITOR.users(live.connection(), ORDERS))
                    .extracting(LiveSession::id)
                    .containsExactly(blocked.id(), blocker.id());

            assertThat(MONITOR.cancel(live.connection(), blocked.id())).isTrue();
            waiting.join();
            assertThat(MONITOR.cancel(live.connection(), blocker.id())).isTrue();
            assertThat(MONITOR.cancel(live.connection(), "0")).isFalse();
        }
    }

    private static LiveSession blocked(Connection connection) throws Exception {
        for (int i = 0; i < 200; i++) {
            List<LiveSession> sessions = MONITOR.sessions(connection);
            if (!sessions.isEmpty() && !sessions.getFirst().blockedBy().isEmpty()) {
                return sessions.getFirst();
            }
            Thread.sleep(25);
        }
        throw new AssertionError("nobody waits");
    }

    private static void begin(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
