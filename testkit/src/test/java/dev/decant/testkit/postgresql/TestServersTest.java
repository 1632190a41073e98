package dev.decant.testkit.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.decant.embedded.postgresql.PgVectorState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestServersTest {
    @Test
    void there_are_binaries_of_five_major_versions() {
        assertThat(TestServers.majors()).containsExactly("14", "15", "16", "17", "18");
        assertThatThrownBy(() -> TestServers.postgres("9")).hasMessageContaining("no binaries of PostgreSQL 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "15", "16", "17", "18"})
    void every_major_version_starts_and_says_what_it_is(String major) throws SQLException {
        TestServer server = TestServers.postgres(major);
        try (TestDatabase database = server.freshDatabase()) {
            assertThat(database.query("select version()"))
                    .singleElement()
                    .asString()
                    .startsWith("PostgreSQL " + server.version() + " ");
            assertThat(server.major()).hasToString(major);
        }
    }

    @Test
    void a_server_is_started_once() {
        assertThat(TestServers.postgres("17")).isSameAs(TestServers.postgres("17"));
    }

    @Test
    void databases_are_empty_separate_and_gone_afterwards() throws SQLException {
        TestServer server = TestServers.postgres("17");
        String name;
        try (TestDatabase one = server.freshDatabase();
                TestDatabase other = server.freshDatabase()) {
            one.execute("create table t (id int); insert into t values (1), (2)");
            assertThat(one.query("select id, null from t order by id")).containsExactly("1|null", "2|null");
            assertThat(other.query("select count(*) from pg_tables where schemaname = 'public'"))
                    .containsExactly("0");
            name = one.name();
        }
        try (TestDatabase later = server.freshDatabase()) {
            assertThat(later.query("select datname from pg_database")).doesNotContain(name);
        }
    }

    @Test
    void a_database_can_be_a_copy_of_another() throws SQLException {
        TestServer server = TestServers.postgres("17");
        try (TestDatabase template = server.freshDatabase()) {
            template.execute("create table t as select 42 as answer");
            try (TestDatabase copy = server.freshDatabase(template.name())) {
                assertThat(copy.query("select answer from t")).containsExactly("42");
            }
        }
    }

    @Test
    void a_database_is_dropped_under_an_open_connection() throws SQLException {
        TestDatabase database = TestServers.postgres("17").freshDatabase();
        try (Connection connection = database.open()) {
            database.close();
            assertThat(connection.isValid(1)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "17"})
    void pgvector_has_an_index_that_is_used(String major) throws SQLException {
        TestServer server = TestServers.postgres(major);
        PgVectorState state = server.vector();
        assumeTrue(state.usable(), state.toString());
        try (TestDatabase database = server.freshDatabase()) {
            database.execute("""
                    create extension vector;
                    create table content (id int primary key, embedding vector(384));
                    insert into content
                        select row, array(select sin(row * place) from generate_series(1, 384) place)::vector(384)
                        from generate_series(1, 200) row;
                    create index content_embedding on content using hnsw (embedding vector_cosine_ops);
                    """);
            database.execute("alter database " + database.name() + " set enable_seqscan = off");
            String nearest =
                    "select id from content order by embedding <=> (select embedding from content where id = 7)";
            assertThat(database.query("explain " + nearest + " limit 1"))
                    .anyMatch(line -> line.contains("Index Scan using content_embedding"));
            assertThat(database.query(nearest + " limit 1")).isEqualTo(List.of("7"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "16", "18"})
    void where_pgvector_cannot_be_had_the_reason_is_said(String major) {
        PgVectorState state = TestServers.postgres(major).vector();

        assertThat(state).isInstanceOf(PgVectorState.Unavailable.class);
        assertThat(state.toString()).contains("pgvector cannot be had for PostgreSQL " + major + " on this machine:");
    }
}
