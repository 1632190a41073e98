package dev.decant.studio.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.database.Databases;
import dev.decant.database.browsing.ReadOnlyRules;
import dev.decant.studio.LiveStudio;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody may try to write through a studio that only reads, as the superuser of the server. */
class ReadOnlyTest {
    @RegisterExtension
    static final LiveStudio studio = LiveStudio.readOnly().with("""
                create table kept (id int primary key, v text); insert into kept values (1, 'kept');
                create sequence numbers;
                create function wipe() returns int language plpgsql volatile as 'begin delete from kept; return 1; end';
                create function leave() returns int language sql stable as 'select 1'
                """);

    private static String run(String sql) {
        return studio.post(
                        "/api/sql", Json.object().put("id", "r").put("sql", sql).build())
                .body();
    }

    private static void assertKept() {
        assertThat(studio.query("select v from kept")).containsExactly("kept");
        assertThat(studio.query("select is_called from numbers")).containsExactly("f");
        assertThat(studio.query("select count(*) from pg_class where relname in ('evil', 'temporary')"))
                .containsExactly("0");
    }

    /** Stopped by the statement's own look, or by the transaction. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from kept",
                "insert into kept values (2)",
                "with gone as (delete from kept returning *) select * from gone",
                "select wipe()",
                "select nextval('numbers')",
                "select setval('numbers', 9)",
                "select * from kept for update",
                "create table evil (n int)",
                "create temp table temporary (n int)",
                "select * into evil from kept",
                "explain analyze delete from kept",
                "explain (analyze, format json) delete from kept",
                "explain analyze create table evil as select 1",
                "explain (analyze) execute something",
                "commit; delete from kept",
                "select 1; delete from kept",
                "rollback; begin read write; delete from kept; commit",
                "set transaction read write; delete from kept",
                "set session characteristics as transaction read write",
                "set transaction_read_only = off",
                "reset all",
                "discard all",
                "begin",
                "end",
                "abort",
                "start transaction read write",
                "savepoint s",
                "prepare transaction 'x'",
                "copy (select 1) to program 'touch /tmp/evil'",
                "copy kept to '/tmp/evil'",
                "copy kept from program 'echo 1'",
                "lock table kept in access exclusive mode",
                "call wipe()",
                "do $$ begin delete from kept; end $$",
                "notify somebody",
                "listen somebody",
                "prepare p as delete from kept",
                "execute p",
                "declare c cursor with hold for select 1",
                "vacuum kept",
                "analyze kept",
                "truncate kept",
                "merge into kept using (select 1 as id) s on kept.id = s.id when matched then delete",
                "refresh materialized view nothing",
                "grant all on kept to public",
                "load 'auto_explain'",
                "import foreign schema s from server x into public",
                "select pg_read_file('/etc/passwd')",
                "select pg_read_binary_file('/etc/passwd')",
                "select pg_ls_dir('/')",
                "select pg_stat_file('/etc/passwd')",
                "select lo_create(0)",
                "select lo_export(1, '/tmp/evil')",
                "select lo_import('/etc/passwd')",
                "select pg_terminate_backend(pg_backend_pid())",
                "select pg_cancel_backend(1)",
                "select pg_reload_conf()",
                "select pg_advisory_lock(1)",
                "select pg_try_advisory_lock_shared(1)",
                "select pg_notify('a', 'b')",
                "select set_config('statement_timeout', '0', false)",
                "select \"set_config\"('transaction_read_only', 'off', false)",
                "select SET_CONFIG('transaction_read_only', 'off', false)",
                "select U&\"set\\005fconfig\"('transaction_read_only', 'off', false)",
                "select pg_catalog.set_config('transaction_read_only', 'off', false)",
                "select query_to_xml('select set_config(''x.y'', ''1'', false)', true, true, '')",
                "select dblink_exec('dbname=x', 'delete from kept')",
                "table kept; delete from kept",
                "select 1 /* ; */ ; delete from kept",
                "select $$a$$; delete from kept",
                "select 1 \\gexec",
            })
    void nothing_is_written(String sql) {
        String answer = run(sql);

        assertThat(answer).containsPattern("DCT-(719|720|356)");
        assertThat(answer).doesNotContain("\"event\": \"done\", \"number\": 1");
        assertKept();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from kept",
                "SELECT ';' as semicolon, 'delete from kept' as text; ",
                "with k as (select * from kept) select * from k",
                "values (1), (2)",
                "table kept",
                "(select 1) union (select 2)",
                "show transaction_read_only",
                "explain select * from kept",
                "explain (analyze, buffers) select * from kept",
                "explain analyze verbose select * from kept",
                "select 1 -- delete from kept",
                "select count(*) from kept where v ? 'x' is null or true",
            })
    void what_only_reads_is_run(String sql) {
        String answer = run(sql);

        assertThat(answer.contains("\"event\": \"done\"") || answer.contains("operator does not exist"))
                .as(answer)
                .isTrue();
    }

    /** What is left if the look at the statement were fooled: the transaction itself, as the driver sees it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit; delete from kept",
                "rollback; begin read write; delete from kept; commit",
                "commit",
                "end and chain",
                "rollback; begin read only",
            })
    void a_transaction_that_was_ended_is_noticed(String sql) throws SQLException {
        ReadOnlyRules rules =
                Databases.ofDialect("postgresql").browsing().orElseThrow().readOnly();
        studio.with("create table if not exists bait (n int); insert into bait values (1)");
        try (Connection connection = studio.database().open();
                Statement statement = connection.createStatement()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            String transaction = rules.begin(connection, Duration.ofSeconds(5));
            assertThat(rules.holds(connection, transaction)).isTrue();
            statement.execute(sql.replace("kept", "bait"));

            assertThat(rules.holds(connection, transaction)).isFalse();
        }
    }

    @Test
    void a_transaction_that_only_reads_cannot_be_made_one_that_writes() throws SQLException {
        ReadOnlyRules rules =
                Databases.ofDialect("postgresql").browsing().orElseThrow().readOnly();
        try (Connection connection = studio.database().open();
                Statement statement = connection.createStatement()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            rules.begin(connection, Duration.ofSeconds(5));

            assertThat(refusal(statement, "set transaction read write")).isEqualTo("25001");
        }
    }

    private static String refusal(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    @Test
    void a_condition_that_somebody_typed_writes_nothing_either() {
        for (String where : List.of("wipe() = 1", "nextval('numbers') > 0", "set_config('a.b', '1', false) = '1'")) {
            assertThat(studio.get(studio.at("/api/rows", "schema", "public", "table", "kept", "where", where))
                            .body())
                    .containsPattern("DCT-(713|719)");
            assertThat(studio.get(studio.at("/api/count", "schema", "public", "table", "kept", "where", where))
                            .body())
                    .containsPattern("DCT-(713|719)");
        }
        assertKept();
    }

    @Test
    void every_address_that_writes_refuses() {
        Json edits = Json.object()
                .put("schema", "public")
                .put("table", "kept")
                .put("edits", JsonReader.readSent("[{\"kind\": \"delete\", \"key\": {\"id\": \"1\"}}]", "edits"))
                .build();

        assertThat(studio.post("/api/edits/plan", edits).statusCode()).isEqualTo(403);
        assertThat(studio.post("/api/edits/plan", edits).body()).contains("DCT-722", "--read-only");
        assertThat(studio.post(
                                "/api/unlock",
                                Json.object().put("name", "default").build())
                        .body())
                .contains("DCT-722");
        assertThat(studio.post(
                                "/api/explain",
                                Json.object()
                                        .put("sql", "delete from kept")
                                        .put("analyze", true)
                                        .build())
                        .body())
                .contains("DCT-720");
        assertKept();
    }

    @Test
    void a_protected_database_is_read_until_somebody_types_its_name() {
        try (LiveStudio guarded = LiveStudio.of(TestServers.postgres("17").freshDatabase(), """
                dialect = "postgresql"

                [environment.production]
                url = "${url}"
                protected = true

                [environment.staging]
                url = "postgres://nobody@127.0.0.1:1/none"
                """, false)
                .with("create table t (id int primary key)")) {
            Json insert = Json.object()
                    .put("id", "i")
                    .put("sql", "insert into t values (1)")
                    .build();
            assertThat(guarded.post("/api/sql?env=production", insert).body())
                    .contains("DCT-720", "\"readOnly\": true");
            assertThat(unlock(guarded, "prod").body()).contains("DCT-723");
            assertThat(guarded.audit()).isEmpty();

            assertThat(unlock(guarded, "production").body()).contains("\"unlockedUntil\"");
            assertThat(guarded.post("/api/sql?env=production", insert).body()).contains("\"changed\": 1");
            assertThat(guarded.audit())
                    .containsExactly("production: unlocked for 15 minutes", "production: insert into t values (1)");

            guarded.post("/api/lock?env=production", Json.object().build());
            assertThat(guarded.post("/api/sql?env=production", insert).body()).contains("DCT-720");
        }
    }

    @Test
    void a_login_that_may_only_read_reads() {
        TestDatabase database = TestServers.postgres("17").freshDatabase();
        String url = database.url().replaceFirst("//[^@]*@", "//reader_" + database.name() + ":only@");
        try (LiveStudio read = LiveStudio.of(database, """
                dialect = "postgresql"

                [database]
                url = "${url}"
                readonly-url = "READER"
                """.replace("READER", url), false)
                .with("create table t (id int primary key); create role reader_" + database.name()
                        + " login password 'only' in role pg_read_all_data")) {
            assertThat(read.get(read.at("/api/meta")).body())
                    .contains("\"readOnlyLogin\": true")
                    .doesNotContain("only@");
            assertThat(read.get(read.at(
                                    "/api/rows",
                                    "schema",
                                    "public",
                                    "table",
                                    "t",
                                    "where",
                                    "current_user like 'reader%'"))
                            .body())
                    .contains("\"next\": null");
            assertThat(read.get(read.at(
                                    "/api/rows",
                                    "schema",
                                    "public",
                                    "table",
                                    "t",
                                    "where",
                                    "pg_current_logfile() is null"))
                            .body())
                    .contains("permission denied");
            assertThat(read.post(
                                    "/api/sql",
                                    Json.object()
                                            .put("id", "w")
                                            .put("sql", "insert into t values (1)")
                                            .build())
                            .body())
                    .as("writing is left to who else enters it")
                    .contains("\"changed\": 1");
        }
    }

    private static HttpResponse<String> unlock(LiveStudio guarded, String name) {
        return guarded.post(
                "/api/unlock?env=production", Json.object().put("name", name).build());
    }
}
