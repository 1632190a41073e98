package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose the things of a schema are, while programs of several roles use it. */
final class OwnersTest {
    @TempDir
    Path folder;

    private final TestDatabase database = TestServers.postgres("17").freshDatabase();
    private final int number = ThreadLocalRandom.current().nextInt(1_000_000);
    private final String boss = "boss_" + number;
    private final String maker = "maker_" + number;
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() throws SQLException {
        database.execute("create role %1$s; create role %2$s login password 'secret'".formatted(boss, maker));
        shell = PostgresqlProject.in(folder, database);
        declare("integer", "");
    }

    private void declare(String type, String owner) {
        shell.write("schema/Notes.java", """
                import dev.decant.dsl.*;

                public final class Notes extends PgTable {
                    public final Column<%s> id = %s();
                    %s
                }
                """.formatted(type.equals("integer") ? "Integer" : "Long", type, owner));
        shell.write("schema/Views.java", """
                import dev.decant.dsl.*;

                public final class Views extends PgSchema {
                    public final View seen = view().as("select id from notes");
                }
                """);
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        for (String role : new String[] {boss, maker}) {
            database.execute(
                    "reassign owned by %1$s to current_user; drop owned by %1$s; drop role %1$s".formatted(role));
        }
        database.close();
    }

    private Shell.Outcome push(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "push";
        all[1] = "--yes";
        System.arraycopy(more, 0, all, 2, more.length);
        return shell.run(all);
    }

    private void assertPushed(String... more) {
        Shell.Outcome outcome = push(more);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
    }

    private String ownerOf(String relation) throws SQLException {
        return database.query("select relowner::regrole::text from pg_class where relname = '" + relation + "'")
                .getFirst();
    }

    @Test
    void a_view_that_steps_aside_belongs_to_whom_it_belonged_and_may_be_read_by_whom_it_could() throws SQLException {
        assertPushed();
        database.execute("alter view seen owner to %s; grant select on seen to %s".formatted(boss, maker));
        declare("bigint", "");
        assertPushed();
        assertThat(ownerOf("seen")).isEqualTo(boss);
        assertThat(database.query("select has_table_privilege('" + maker + "', 'seen', 'select')"))
                .containsExactly("t");
        assertThat(push().out()).contains("Nothing to do");
    }

    @Test
    void whoever_may_not_give_a_view_back_hears_of_it_before_anything_runs() throws SQLException {
        assertPushed();
        database.execute("""
                alter schema public owner to %2$s; alter table notes owner to %2$s; alter view seen owner to %1$s;
                """.formatted(boss, maker));
        declare("bigint", "");
        String url = PostgresqlProject.url(maker, "secret", database);
        Shell.Outcome refused = push("--url", url);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("DCT-561", "public.seen", "this user is no member of " + boss)
                .contains(boss + " may make nothing in the schema public");
        assertThat(shell.run("diff", url, "code").out()).contains("this user is no member of " + boss);
        assertThat(ownerOf("seen")).isEqualTo(boss);

        database.execute("grant %1$s to %2$s; grant create on schema public to %1$s".formatted(boss, maker));
        assertPushed("--url", url);
        assertThat(ownerOf("seen")).isEqualTo(boss);
        assertThat(ownerOf("notes")).isEqualTo(maker);
    }

    @Test
    void an_owner_that_code_says_is_given_the_table_and_loses_it_again() throws SQLException {
        declare("integer", "public final OwnerRole owner = owner(\"" + boss + "\");");
        assertThat(push().out()).contains("--owners");
        assertThat(ownerOf("notes")).isEqualTo(database.user());
        assertPushed("--owners");
        assertThat(ownerOf("notes")).isEqualTo(boss);
        assertThat(push("--owners").out()).contains("Nothing to do");
        declare("integer", "");
        assertPushed();
        assertThat(ownerOf("notes")).isEqualTo(boss);
        assertPushed("--owners");
        assertThat(ownerOf("notes")).isEqualTo(database.user());
    }
}
