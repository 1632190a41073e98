package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people asked of another tool's push when it found the same changes again and again, or offered to empty their tables. */
final class PushAgainComplaintsTest {
    private static final TestServer SERVER = TestServers.postgres("18");

    @TempDir
    Path folder;

    private final TestDatabase database = SERVER.freshDatabase();
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() {
        shell = PostgresqlProject.in(folder, database);
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private Shell.Outcome push(String... more) {
        return shell.run(
                Stream.concat(Stream.of("push", "--yes"), Stream.of(more)).toArray(String[]::new));
    }

    private void assertPushed(Shell.Outcome outcome) {
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(push().out()).contains("Nothing to do");
    }

    private void skills(String columns) {
        shell.write("schema/Skills.java", """
                import dev.decant.dsl.*;

                public final class Skills extends PgTable {
                    public final Column<Integer> id = integer().primaryKey();
                %s
                }
                """.formatted(columns.indent(4)));
    }

    /** drizzle-orm#5156, #4944, #5955, #4914, #3679, #3428, #3343, #3338, #3380. */
    @Test
    void a_second_push_does_nothing_in_whatever_words_the_server_keeps_what_was_pushed() {
        shell.write("schema/Courses.java", """
                import dev.decant.dsl.*;
                import java.math.BigDecimal;
                import java.time.*;
                import java.util.List;
                import java.util.UUID;

                public final class Courses extends PgTable {
                    public final Column<UUID> id = uuid().defaultSql("uuidv7()");
                    public final Column<String> term = varchar(7).defaultTo("member");
                    public final Column<List<String>> needs = varchar(7).array().notNull().defaultSql("'{}'");
                    public final Column<String> number = text().notNull().defaultTo("1");
                    public final Column<BigDecimal> price = numeric(8, 2).defaultSql("1.50");
                    public final Column<Boolean> open = bool().notNull().defaultTo(true);
                    public final Column<String> extra = jsonb().notNull().defaultSql("'{\\"a\\":[1]}'");
                    public final Column<LocalDateTime> created = timestamp(3).notNull().defaultSql("now() at time zone 'utc'");
                    public final Column<Integer> age = integer().check("age between 1 and 9").check("ages", "age not in (3, 4)");
                    public final Column<String> lower = text().generatedStored("lower(number) || '!'");

                    public final PrimaryKey key = primaryKey(term, id);
                    public final Unique once = unique(number, open);
                    public final Index early = index().on(sql("coalesce(number, 'none')")).where("open and age > 2");
                }
                """);
        shell.write("schema/Views.java", """
                import dev.decant.dsl.*;

                public final class Views extends PgSchema {
                    public final View grown = view().as("select id from courses where age in (1, 2)");
                }
                """);
        assertPushed(push());
    }

    /** drizzle-orm#4574, #3844, #1283: the same of SQLite. */
    @Test
    void a_second_push_does_nothing_in_a_file_either() {
        shell.write("schema/People.java", """
                import dev.decant.dsl.*;

                public final class People extends SqliteTable {
                    public final Column<Long> id = integer().primaryKey().autoincrement();
                    public final Column<String> email = text().notNull().unique();
                    public final Column<String> roles = text().notNull().defaultTo("[]");
                    public final Column<Long> verified = integer().notNull().defaultTo(0L).check("verified in (0, 1)");
                    public final Column<String> since = text().notNull().defaultSql("CURRENT_TIMESTAMP");

                    public final Index byRoles = index().on(roles, since.desc());
                }
                """);
        String[] there = {"--dialect", "sqlite", "--url", "sqlite:" + folder.resolve("people.db")};
        assertThat(push(there).code()).isZero();
        assertThat(push(there).out()).contains("Nothing to do");
    }

    /** drizzle-orm#2047, #4245, #3209, #3414, #4531. */
    @Test
    void a_wider_column_is_no_loss_a_new_type_keeps_its_values_and_no_table_is_ever_emptied() throws SQLException {
        database.execute("create table skills (id int primary key, name varchar(28), about text)");
        database.execute("insert into skills values (1, 'one', '[1]'), (2, 'one', 'no json')");
        skills("public final Column<String> name = varchar(30);\npublic final Column<String> about = text();");
        assertPushed(push());

        skills("public final Column<String> name = varchar(30);\npublic final Column<String> about = jsonb();");
        Shell.Outcome cast = push();
        assertThat(cast.code()).isEqualTo(1);
        assertThat(cast.err()).contains("DCT-561", "a value of public.skills.about cannot become jsonb");

        skills("public final Column<String> name = varchar(30).unique();\npublic final Column<String> about = text();");
        Shell.Outcome repeated = push();
        assertThat(repeated.code()).isEqualTo(1);
        assertThat(repeated.err()).contains("DCT-561", "1 value of [name] is in several rows of public.skills");
        assertThat(database.query("select count(*) from skills")).containsExactly("2");

        database.execute("update skills set name = 'two', about = '[2]' where id = 2");
        skills(
                "public final Column<String> name = varchar(30).unique();\npublic final Column<String> about = jsonb();");
        String name = push().err().replaceAll("(?s).*--accept-data-loss=(\\S+).*", "$1");
        assertPushed(push("--accept-data-loss", name));
        assertThat(database.query("select string_agg(name || about, ',' order by id) from skills"))
                .containsExactly("one[1],two[2]");
    }

    /** drizzle-orm#2040, #2312, #3616, #5653. */
    @Test
    void what_belongs_to_an_extension_is_neither_pulled_nor_dropped() throws SQLException {
        database.execute(
                "create extension pg_stat_statements; create extension hstore; create table own (id int primary key)");
        assertThat(shell.run("pull").code()).isZero();
        assertThat(shell.read("schema/Own.java")).contains("Own extends PgTable");
        assertThat(shell.run("export").out())
                .contains("CREATE EXTENSION IF NOT EXISTS pg_stat_statements", "CREATE TABLE public.own")
                .doesNotContain("CREATE VIEW", "CREATE FUNCTION");
        assertThat(push().out()).contains("Nothing to do");
        assertThat(database.query("select count(*) from pg_views where viewname = 'pg_stat_statements'"))
                .containsExactly("1");
    }
}
