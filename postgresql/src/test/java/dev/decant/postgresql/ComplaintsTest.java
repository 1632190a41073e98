package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.journal.Migration;
import dev.decant.run.MigrationFailedException;
import dev.decant.run.OutOfOrderException;
import dev.decant.run.RunEvent;
import dev.decant.run.RunListener;
import dev.decant.run.RunResult;
import dev.decant.run.RunSettings;
import dev.decant.run.Runner;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import dev.decant.testkit.run.RunnerLab;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users of other tools have asked for when their migrations ran, each with where they did. */
class ComplaintsTest {
    private TestDatabase server;
    private RunnerLab lab;

    @BeforeEach
    void make_a_lab(@TempDir Path folder) {
        server = TestServers.postgres("17").freshDatabase();
        lab = new RunnerLab(LiveDatabase.DATABASE, this::open, folder.resolve("migrations"));
    }

    private Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", server.password());
        return LiveDatabase.DATABASE.open(server.jdbcUrl(), properties);
    }

    @AfterEach
    void drop_the_database() {
        server.close();
    }

    /** liquibase#1453, camunda#48343, rundeck#8111: the lock of a pod that died was never released. */
    @Test
    void a_pod_that_dies_leaves_no_lock_behind() throws SQLException {
        lab.addTable("one");
        Connection pod = open();
        assertThat(LiveDatabase.DATABASE.lock().tryAcquire(pod)).isTrue();
        assertThat(LiveDatabase.DATABASE.lock().tryClaim(pod)).isTrue();
        pod.close();
        assertThat(lab.runner().migrate(lab.journal()).migrations()).hasSize(1);
    }

    /** flyway#1654, flyway#3682, golang-migrate#960, drizzle-orm#860: it hung, or deadlocked with the tool's own lock. */
    @Test
    void an_index_is_built_concurrently_without_a_hang_and_without_a_flag() {
        lab.add("index", "CREATE TABLE t (a integer);\nCREATE INDEX CONCURRENTLY i ON t (a);", "DROP TABLE t;");
        assertThat(lab.runner().migrate(lab.journal()).migrations()).hasSize(1);
        assertThat(lab.number("SELECT count(*) FROM pg_index WHERE indexrelid = 'i'::regclass AND indisvalid"))
                .isEqualTo(1);
    }

    /** drizzle-orm#5316, drizzle-orm#5769: a migration with an earlier name than the last one was passed over without a word. */
    @Test
    void a_migration_of_a_branch_that_was_merged_late_is_not_passed_over_in_silence() {
        Migration one = lab.addTable("one");
        Migration late = lab.addTable("late");
        Migration two = lab.addTable("two");
        lab.rewrite(two, "\"parents\": [\"" + late.id() + "\"]", "\"parents\": [\"" + one.id() + "\"]");
        lab.runner().migrateTo(lab.journal(), two.id());
        assertThatThrownBy(() -> lab.runner().migrate(lab.journal()))
                .isInstanceOf(OutOfOrderException.class)
                .hasMessageContaining(late.id());
    }

    /** drizzle-orm#5601, drizzle-orm#6121: migrate failed, said nothing, and exited as if all were well. */
    @Test
    void a_failure_says_what_where_and_why() {
        Migration wrong = lab.add("wrong", "CREATE TABLE t (a integer);\nINSERT INTO t VALUES ('x');", "");
        assertThatThrownBy(() -> lab.runner().migrate(lab.journal()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageStartingWith(
                        "DCT-523 " + wrong.up().path() + ":2:23: invalid input syntax for type integer");
    }

    /** flyway#1132, flyway#2159, prisma's migrate resolve: a migration that failed had to be repaired by hand before the next try. */
    @Test
    void a_migration_that_failed_is_corrected_and_run_and_nothing_has_to_be_repaired() {
        Migration wrong = lab.add("wrong", "CREATE TABLE t (a integer);\nSELECT 1 / 0;", "");
        assertThatThrownBy(() -> lab.runner().migrate(lab.journal())).isInstanceOf(MigrationFailedException.class);
        assertThat(lab.has("t")).isFalse();
        lab.edit(wrong, "CREATE TABLE t (a integer);");
        assertThat(lab.runner().migrate(lab.journal()).migrations()).containsExactly(wrong.id());
    }

    /** flyway#253, flyway#1837, liquibase#4665: line ends, comments and formatting broke checksums. */
    @Test
    void another_line_end_or_comment_is_no_edit() {
        Migration one = lab.add("one", "CREATE TABLE t (a integer);\n", "");
        lab.runner().migrate(lab.journal());
        lab.edit(one, "/* checked out on Windows */ CREATE TABLE\tt (a integer)\r\n;\r\n-- end");
        assertThat(lab.runner().migrate(lab.journal()).migrations()).isEmpty();
    }

    /** drizzle-orm#3249, drizzle-orm#3466: a new label of an enum could not be used, since all migrations were one transaction. */
    @Test
    void a_new_label_of_an_enum_can_be_used_by_the_next_migration_of_the_same_run() {
        lab.add("mood", "CREATE TYPE mood AS ENUM ('sad');\nCREATE TABLE t (mood mood);", "");
        lab.add("great", "ALTER TYPE mood ADD VALUE 'great';", "");
        lab.add("use", "INSERT INTO t VALUES ('great');", "");
        assertThat(lab.runner().migrate(lab.journal()).migrations()).hasSize(3);
    }

    /** artifact-keeper#1269: the timeout of the application's role killed its migrations. */
    @Test
    void the_timeout_of_the_role_does_not_end_a_migration() {
        lab.sql("ALTER ROLE CURRENT_USER IN DATABASE " + server.name() + " SET statement_timeout = '50ms'");
        lab.add("slow", "SELECT pg_sleep(0.2);", "");
        assertThat(lab.runner().migrate(lab.journal()).migrations()).hasSize(1);
    }

    /** flyway#923, flyway "mixed" mode: a file with a statement that no transaction holds was refused, or ran without any transaction at all. */
    @Test
    void statements_with_and_without_a_transaction_stand_in_one_file_and_what_is_done_stays_done() {
        Migration mixed = lab.add(
                "mixed",
                "CREATE TABLE t (a integer);\nINSERT INTO t VALUES (1);\nCREATE INDEX CONCURRENTLY i ON t (a);\n"
                        + "INSERT INTO t VALUES (2);\nSELECT 1 / 0;",
                "");
        assertThatThrownBy(() -> lab.runner().migrate(lab.journal())).hasMessageContaining("up.sql:5");
        assertThat(lab.number("SELECT count(*) FROM t")).isEqualTo(1);
        lab.edit(mixed, mixed.up().text().replace("SELECT 1 / 0;", ""));
        lab.runner().migrate(lab.journal());
        assertThat(lab.number("SELECT sum(a) FROM t")).isEqualTo(3);
    }

    /** drizzle-orm#3218: without a marker between them, statements of a file were sent as one. */
    @Test
    void statements_need_no_marker_between_them() {
        lab.add(
                "function",
                "CREATE FUNCTION f() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$; SELECT f(); SELECT ';';",
                "");
        lab.runner().migrate(lab.journal());
        assertThat(lab.events(RunEvent.StatementFinished.class)).hasSize(3);
    }

    /** flyway#1394, drizzle-orm#1221: two branches took the same number, and one of them was never run. */
    @Test
    void two_branches_that_were_made_in_the_same_second_both_run() {
        Migration one = lab.addTable("one");
        Migration two = lab.addTable("two");
        Migration three = lab.addTable("three");
        lab.rewrite(three, "\"parents\": [\"" + two.id() + "\"]", "\"parents\": [\"" + one.id() + "\"]");
        assertThat(lab.runner().migrate(lab.journal()).migrations())
                .containsExactlyInAnyOrder(one.id(), two.id(), three.id());
    }

    /** liquibase#5516, liquibase#7309: after an upgrade of the tool, all checksums were wrong. */
    @Test
    void a_checksum_that_follows_rules_of_another_version_is_no_edit() {
        lab.addTable("one");
        lab.runner().migrate(lab.journal());
        lab.sql("UPDATE decant.migration SET up_checksum = 't99:0123456789'");
        assertThat(lab.runner().migrate(lab.journal()).migrations()).isEmpty();
    }

    /** flyway#109, flyway#475, drizzle-orm#2352: a way back cost money, or was not there. */
    @Test
    void the_way_back_is_there_and_what_ran_last_goes_first() {
        Migration one = lab.addTable("one");
        Migration two = lab.addTable("two");
        lab.runner().migrate(lab.journal());
        assertThat(lab.runner().rollback(2).migrations()).containsExactly(two.id(), one.id());
        assertThat(lab.has("one")).isFalse();
    }

    /** flyway#3780, flyway#3909, quarkus#40834: a server that is newer than the tool was refused. */
    @Test
    void the_newest_server_is_not_refused() {
        try (TestDatabase newest =
                TestServers.postgres(TestServers.majors().getLast()).freshDatabase()) {
            lab.addTable("one");
            new Runner(LiveDatabase.DATABASE, newest::open, RunSettings.USUAL, RunListener.SILENT)
                    .migrate(lab.journal());
            assertThat(LiveDatabase.DATABASE.accepts("jdbc:postgresql://host/of-the-future"))
                    .isTrue();
        }
    }

    /** drizzle-orm#2695, drizzle-orm#4168: data could not be moved by the same migrations, in the same transaction. */
    @Test
    void rows_move_in_the_transaction_that_changes_their_tables() {
        lab.add("one", "CREATE TABLE t (a text);\nINSERT INTO t SELECT 'x' FROM generate_series(1, 10);", "");
        lab.add(
                "two",
                "ALTER TABLE t ADD COLUMN b text;\nUPDATE t SET b = a;\nALTER TABLE t DROP COLUMN a;\nINSERT INTO t VALUES (1 / 0);",
                "");
        assertThatThrownBy(() -> lab.runner().migrate(lab.journal())).isInstanceOf(MigrationFailedException.class);
        assertThat(lab.number("SELECT count(a) FROM t")).isEqualTo(10);
    }

    /** liquibase#3816, liquibase#7544: with many changes that ran long ago, a start took minutes. */
    @Test
    void a_start_with_many_migrations_that_ran_asks_the_database_no_more_than_one_with_few() {
        lab.addTable("first");
        lab.runner().migrate(lab.journal());
        int few = questionsOfAStart();
        for (int number = 1; number <= 40; number++) {
            lab.addTable("table_" + number);
        }
        lab.runner().migrate(lab.journal());
        assertThat(questionsOfAStart()).isEqualTo(few);
    }

    /** How many statements are made when there is nothing to do. */
    private int questionsOfAStart() {
        AtomicInteger statements = new AtomicInteger();
        RunResult result = new Runner(
                        LiveDatabase.DATABASE, () -> counting(open(), statements), RunnerLab.SETTINGS, RunListener.SILENT)
                .migrate(lab.journal());
        assertThat(result.isEmpty()).isTrue();
        return statements.get();
    }

    private static Connection counting(Connection connection, AtomicInteger statements) {
        return (Connection) Proxy.newProxyInstance(
                ComplaintsTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("createStatement") || method.getName().equals("prepareStatement")) {
                        statements.incrementAndGet();
                    }
                    return method.invoke(connection, arguments);
                });
    }
}
