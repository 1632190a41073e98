package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects whose schema is written in SQL. */
final class SqlSchemaTest {
    private static final TestServer SERVER = TestServers.postgres("17");

    @TempDir
    Path folder;

    private final TestDatabase database = SERVER.freshDatabase();
    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void beginProject() {
        shell = new Shell(folder).with("DATABASE_URL", PostgresqlProject.url(database));
        schemaAt("schema.sql");
        shell.write("schema.sql", """
                create table users (id serial primary key, age int check (age between 1 and 120), name text default lower('X'));
                create view adults as select id from users where age >= 18;
                """);
    }

    private void schemaAt(String place) {
        shell.write(
                "decant.toml",
                "dialect = \"postgresql\"\nschema = \"" + place + "\"\n[database]\nurl = \"${DATABASE_URL}\"\n");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private String done(String... arguments) {
        Shell.Outcome outcome = shell.run(arguments);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        return outcome.out();
    }

    @Test
    void a_file_is_pushed_once() {
        assertThat(done("push", "--yes")).contains("users", "adults");
        assertThat(done("push", "--yes")).contains("Nothing to do");
        assertThat(done("diff", "database", "code")).contains("No difference");
    }

    @Test
    void a_file_becomes_migrations_that_lead_to_what_it_says() {
        done("generate", "begin");
        shell.write("schema.sql", shell.read("schema.sql").replace("age int", "email varchar(90), age int"));
        done("generate", "add email");
        assertThat(done("generate")).contains("Nothing to do");
        assertThat(shell.read("migrations/" + shell.migrations().getLast() + "/up.sql"))
                .contains("ADD COLUMN email character varying(90)");

        done("migrate");
        assertThat(done("diff", "database", "code")).contains("No difference");
    }

    @Test
    void the_files_of_a_folder_run_in_the_order_of_their_names() {
        schemaAt("sql");
        shell.write("sql/2_views.sql", "create view names as select name from people;");
        shell.write("sql/1_tables/people.sql", "create table people (name text);");

        assertThat(done("export")).contains("CREATE TABLE public.people", "CREATE VIEW public.names");
        assertThat(done("diff", "sql", "code")).contains("No difference");
    }

    @Test
    void what_is_wrong_is_told_with_file_and_line() {
        schemaAt("sql");
        shell.write("sql/1.sql", "create table a (id int);\n");
        shell.write("sql/2.sql", "\ncreate table b (id in);\n");

        Shell.Outcome outcome = shell.run("generate");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("DCT-316", "sql/2.sql:2:1").contains("\"in\"");
    }

    @Test
    void pull_writes_no_sql() {
        Shell.Outcome outcome = shell.run("pull");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("DCT-118", "--schema");
    }
}
