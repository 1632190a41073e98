package dev.decant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    private static final String EXAMPLE = """
            dialect = "postgresql"
            schema  = "src/main/java/org/omi/odr/db/schema"
            out     = "db/migrations"
            print-policy = "masked"

            [database]
            url      = "${DATABASE_URL:-jdbc:postgresql://localhost:35432/opendatarepository}"
            user     = "${POSTGRES_USER:-opendatarepository}"
            password = "${POSTGRES_PASSWORD}"

            [environment.production]
            url       = "${PRODUCTION_URL}"
            protected = true
            window    = "Sun 02:00-05:00 UTC"
            backup    = true
            print-policy = "none"

            [environment.staging]
            user = "stager"

            [lint]
            "naming.prefix" = { severity = "error", groups = ["content", "annotation"], limit = 3 }
            """;

    @TempDir
    private Path folder;

    @Test
    void everything_in_the_file_is_known() {
        Configuration configuration = project().toml(EXAMPLE).read();

        assertThat(configuration.root()).isEqualTo(folder);
        assertThat(configuration.file()).hasValue(folder.resolve("decant.toml"));
        assertThat(configuration.dialect()).isEqualTo("postgresql");
        assertThat(configuration.schema())
                .isEqualTo(new SchemaLocation.Folder(folder.resolve("src/main/java/org/omi/odr/db/schema")));
        assertThat(configuration.out()).isEqualTo(folder.resolve("db/migrations"));
        assertThat(configuration.printPolicy()).isEqualTo(PrintPolicy.MASKED);
        assertThat(configuration.environmentNames()).containsExactly("production", "staging");
        assertThat(configuration.selectedEnvironment()).isEmpty();
    }

    @Test
    void the_database_is_known_once_its_password_is() {
        Environment environment = project()
                .toml(EXAMPLE)
                .variable("POSTGRES_PASSWORD", "hunter2")
                .read()
                .environment();

        assertThat(environment.name()).isEmpty();
        assertThat(environment.display())
                .isEqualTo("postgresql://opendatarepository@localhost:35432/opendatarepository");
        assertThat(jdbc(environment).password()).hasValue(new Secret("hunter2"));
        assertThat(environment.protectedFromPush()).isFalse();
        assertThat(environment.window()).isEmpty();
        assertThat(environment.backup()).isFalse();
    }

    @Test
    void an_environment_has_its_own_database_and_care() {
        Configuration configuration = project()
                .toml(EXAMPLE)
                .variable("PRODUCTION_URL", "postgres://deploy:hunter2@db.example.org/odr")
                .read(Flags.none().withEnvironment("production"));
        Environment environment = configuration.environment();

        assertThat(environment.display()).isEqualTo("production (postgresql://deploy@db.example.org/odr)");
        assertThat(environment.protectedFromPush()).isTrue();
        assertThat(environment.window()).hasValue(MaintenanceWindow.parse("Sun 02:00-05:00 UTC"));
        assertThat(environment.backup()).isTrue();
        assertThat(configuration.printPolicy()).isEqualTo(PrintPolicy.NONE);
        assertThat(configuration.out()).isEqualTo(folder.resolve("db/migrations"));
    }

    @Test
    void an_environment_without_a_url_is_entered_at_the_common_one() {
        Environment environment = project()
                .toml(EXAMPLE)
                .variable("POSTGRES_PASSWORD", "hunter2")
                .read()
                .environment(Optional.of("staging"));

        assertThat(environment.url().display()).isEqualTo("postgresql://stager@localhost:35432/opendatarepository");
        assertThat(jdbc(environment).password()).hasValue(new Secret("hunter2"));
    }

    @Test
    void an_environment_with_a_url_takes_nothing_from_the_common_database() {
        Environment environment = project()
                .toml(EXAMPLE)
                .variable("PRODUCTION_URL", "postgres://db.example.org/odr")
                .read()
                .environment("production");

        assertThat(jdbc(environment).user()).isEmpty();
        assertThat(jdbc(environment).password()).isEmpty();
    }

    @Test
    void the_lint_table_is_kept_with_its_types_and_places() {
        Value.Table lint = project().toml(EXAMPLE).read().lint();

        assertThat(lint.find("naming.prefix", "severity")).get().isInstanceOfSatisfying(Value.Text.class, text -> {
            assertThat(text.text()).isEqualTo("error");
            assertThat(text.position()).hasToString("decant.toml:22:21");
        });
        assertThat(lint.find("naming.prefix", "limit"))
                .get()
                .isInstanceOfSatisfying(
                        Value.Whole.class, whole -> assertThat(whole.number()).isEqualTo(3));
        assertThat(lint.find("naming.prefix", "groups"))
                .get()
                .isInstanceOfSatisfying(
                        Value.Items.class, items -> assertThat(items.values()).hasSize(2));
        assertThat(lint.find("none")).isEmpty();
        assertThat(project().toml("").read().lint().values()).isEmpty();
    }

    @Test
    void working_without_a_database_needs_none_of_its_variables() {
        Configuration configuration = project().toml("""
                        dialect = "postgresql"
                        schema = "schema"
                        [database]
                        url = "${DATABASE_URL}"
                        password = "${POSTGRES_PASSWORD}"
                        """).read();

        assertThat(configuration.dialect()).isEqualTo("postgresql");
        assertThat(configuration.schema()).isEqualTo(new SchemaLocation.Folder(folder.resolve("schema")));
        assertThat(configuration.out()).isEqualTo(folder.resolve("migrations"));
        assertThatThrownBy(configuration::environment)
                .hasMessage("DCT-106 decant.toml:4:1: database.url needs the variable DATABASE_URL, which is not set; "
                        + "set it in the environment or in .env, or write ${DATABASE_URL:-default}");
    }

    @Test
    void a_missing_password_is_named_with_its_line_when_it_is_needed() {
        Configuration configuration = project().toml(EXAMPLE).read();

        assertThatThrownBy(configuration::environment)
                .hasMessage(
                        "DCT-106 decant.toml:9:1: database.password needs the variable POSTGRES_PASSWORD, "
                                + "which is not set; set it in the environment or in .env, or write ${POSTGRES_PASSWORD:-default}");
    }

    @Test
    void a_password_in_the_url_makes_the_one_beside_it_needless() {
        Environment environment = project()
                .toml(EXAMPLE)
                .variable("DATABASE_URL", "postgres://me:hunter2@h/db")
                .read()
                .environment();

        assertThat(environment.display()).isEqualTo("postgresql://me@h/db");
        assertThat(jdbc(environment).password()).hasValue(new Secret("hunter2"));
    }

    @Test
    void a_database_that_nobody_enters_needs_no_password() {
        assertThat(project()
                        .toml(EXAMPLE)
                        .read(Flags.none().withUrl("embedded:postgresql"))
                        .environment()
                        .url())
                .isEqualTo(new DatabaseUrl.Embedded("postgresql", Optional.empty(), Optional.empty()));
        assertThat(project()
                        .toml("[database]\nurl = \"sqlite:a.db\"\npassword = \"${NONE}\"")
                        .read()
                        .environment()
                        .display())
                .isEqualTo("sqlite:a.db");
    }

    @Test
    void an_empty_password_is_none() {
        Environment environment = project()
                .toml("[database]\nurl = \"postgres://h/db\"\npassword = \"${NONE:-}\"")
                .read()
                .environment();

        assertThat(jdbc(environment).password()).isEmpty();
    }

    @Test
    void a_password_keeps_its_white_space() {
        Environment environment = project()
                .toml("[database]\nurl = \"postgres://h/db\"\npassword = \" hunter2 \"")
                .read()
                .environment();

        assertThat(jdbc(environment).properties()).isEqualTo(Map.of("password", " hunter2 "));
    }

    @Test
    void the_file_is_found_in_a_folder_above() {
        Configuration configuration =
                project().toml("schema = \"src\"\nout = \"../out\"").in("a/b").read();

        assertThat(configuration.root()).isEqualTo(folder);
        assertThat(configuration.schema()).isEqualTo(new SchemaLocation.Folder(folder.resolve("src")));
        assertThat(configuration.out()).isEqualTo(folder.resolveSibling("out"));
    }

    @Test
    void the_nearest_file_counts() {
        Configuration configuration = project()
                .toml("out = \"far\"")
                .file("a/decant.toml", "out = \"near\"")
                .in("a/b")
                .read();

        assertThat(configuration.out()).isEqualTo(folder.resolve("a/near"));
    }

    @Test
    void a_file_can_be_named_by_flag_or_variable() {
        Project project = project()
                .toml("out = \"x\"")
                .file("conf/other.toml", "out = \"y\"")
                .file("third.toml", "out = \"z\"");

        assertThat(project.read(Flags.none().withConfig(Path.of("conf/other.toml")))
                        .out())
                .isEqualTo(folder.resolve("conf/y"));
        assertThat(project.variable("DECANT_CONFIG", "third.toml").read().out()).isEqualTo(folder.resolve("z"));
        assertThat(project.read(Flags.none().withConfig(folder.resolve("conf/other.toml")))
                        .out())
                .isEqualTo(folder.resolve("conf/y"));
    }

    @Test
    void with_flags_no_file_is_needed() {
        Configuration configuration = project()
                .in("work")
                .read(Flags.none()
                        .withUrl("postgres://me:hunter2@h/db")
                        .withSchema("org.example.db")
                        .withOut("m"));

        assertThat(configuration.file()).isEmpty();
        assertThat(configuration.dialect()).isEqualTo("postgresql");
        assertThat(configuration.environment().display()).isEqualTo("postgresql://me@h/db");
        assertThat(configuration.schema()).isEqualTo(new SchemaLocation.ClassPackage("org.example.db"));
        assertThat(configuration.out()).isEqualTo(folder.resolve("work/m"));
        assertThat(configuration.environmentNames()).isEmpty();
        assertThat(configuration.printPolicy()).isEqualTo(PrintPolicy.FULL);
    }

    @Test
    void with_variables_no_file_is_needed_either() {
        Configuration configuration = project()
                .variable("DECANT_URL", "mariadb://h/db")
                .variable("DECANT_USER", "me")
                .variable("DECANT_PASSWORD", "hunter2")
                .variable("DECANT_SCHEMA", "schema.sql")
                .variable("DECANT_OUT", "m")
                .variable("DECANT_PRINT_POLICY", "none")
                .read();

        assertThat(configuration.dialect()).isEqualTo("mariadb");
        assertThat(jdbc(configuration.environment()).properties())
                .isEqualTo(Map.of("user", "me", "password", "hunter2"));
        assertThat(configuration.schema()).isEqualTo(new SchemaLocation.SqlFile(folder.resolve("schema.sql")));
        assertThat(configuration.out()).isEqualTo(folder.resolve("m"));
        assertThat(configuration.printPolicy()).isEqualTo(PrintPolicy.NONE);
    }

    @Test
    void paths_of_flags_are_relative_to_the_working_directory_and_all_others_to_the_file() {
        Project project =
                project().toml("out = \"a\"\n[database]\nurl = \"sqlite:x.db\"").in("work");

        assertThat(jdbc(project.read().environment()).jdbcUrl()).isEqualTo("jdbc:sqlite:" + folder.resolve("x.db"));
        assertThat(jdbc(project.read(Flags.none().withUrl("sqlite:x.db")).environment())
                        .jdbcUrl())
                .isEqualTo("jdbc:sqlite:" + folder.resolve("work/x.db"));
        assertThat(project.read(Flags.none().withOut("a")).out()).isEqualTo(folder.resolve("work/a"));
        assertThat(project.variable("DECANT_OUT", "b").read().out()).isEqualTo(folder.resolve("b"));
    }

    @Test
    void variables_come_from_the_process_first_and_then_from_the_env_file() {
        Project project = project()
                .toml("[database]\nurl = \"${URL}\"")
                .dotEnv("PW=hunter2\nURL=\"postgres://u:${PW}@h/db\"\nDECANT_OUT='from env'\nDECANT_SCHEMA=a\n")
                .variable("DECANT_SCHEMA", "b");

        assertThat(jdbc(project.read().environment()).password()).hasValue(new Secret("hunter2"));
        assertThat(project.read().out()).isEqualTo(folder.resolve("from env"));
        assertThat(project.read().schema()).isEqualTo(new SchemaLocation.Folder(folder.resolve("b")));
        assertThat(project.variable("PW", "other").read().environment().url())
                .isInstanceOfSatisfying(
                        DatabaseUrl.Jdbc.class,
                        url -> assertThat(url.password()).hasValue(new Secret("other")));
    }

    @Test
    void the_env_file_beside_the_configuration_counts_and_not_one_in_the_working_directory() {
        Configuration configuration = project()
                .toml("out = \"${X:-none}\"")
                .dotEnv("X=root")
                .file("work/.env", "X=work")
                .in("work")
                .read();

        assertThat(configuration.out()).isEqualTo(folder.resolve("root"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -    | -    | file | file
            -    | var  | file | var
            flag | var  | file | flag
            flag | -    | -    | flag
            -    | var  | -    | var
            -    | -    | -    | migrations
            """)
    void a_flag_comes_before_a_variable_and_a_variable_before_the_file(
            String flag, String variable, String file, String wanted) {
        Project project = project().toml(file.equals("-") ? "" : "out = \"" + file + "\"");
        if (!variable.equals("-")) {
            project.variable("DECANT_OUT", variable);
        }
        Flags flags = flag.equals("-") ? Flags.none() : Flags.none().withOut(flag);

        assertThat(project.read(flags).out()).isEqualTo(folder.resolve(wanted));
    }

    @Test
    void an_empty_variable_says_nothing() {
        assertThat(project()
                        .toml("out = \"file\"")
                        .variable("DECANT_OUT", "")
                        .read()
                        .out())
                .isEqualTo(folder.resolve("file"));
    }

    @Test
    void every_key_of_an_environment_has_a_variable() {
        Project project = project()
                .toml("[environment.eu-west]\nprotected = true\nwindow = \"Sun 02:00-05:00 UTC\"\nout = \"a\"")
                .variable("DECANT_ENV", "eu-west")
                .variable("DECANT_ENVIRONMENT_EU_WEST_URL", "postgres://h/db")
                .variable("DECANT_ENVIRONMENT_EU_WEST_USER", "me")
                .variable("DECANT_ENVIRONMENT_EU_WEST_PASSWORD", "hunter2")
                .variable("DECANT_ENVIRONMENT_EU_WEST_PROTECTED", "false")
                .variable("DECANT_ENVIRONMENT_EU_WEST_BACKUP", "true")
                .variable("DECANT_ENVIRONMENT_EU_WEST_WINDOW", "daily 00:00-24:00 UTC")
                .variable("DECANT_ENVIRONMENT_EU_WEST_OUT", "b")
                .variable("DECANT_ENVIRONMENT_EU_WEST_SCHEMA", "c")
                .variable("DECANT_ENVIRONMENT_EU_WEST_PRINT_POLICY", "none");
        Configuration configuration = project.read();
        Environment environment = configuration.environment();

        assertThat(configuration.selectedEnvironment()).hasValue("eu-west");
        assertThat(jdbc(environment).properties()).isEqualTo(Map.of("user", "me", "password", "hunter2"));
        assertThat(environment.protectedFromPush()).isFalse();
        assertThat(environment.backup()).isTrue();
        assertThat(environment.window()).hasValue(MaintenanceWindow.parse("daily 00:00-24:00 UTC"));
        assertThat(configuration.out()).isEqualTo(folder.resolve("b"));
        assertThat(configuration.schema()).isEqualTo(new SchemaLocation.Folder(folder.resolve("c")));
        assertThat(configuration.printPolicy()).isEqualTo(PrintPolicy.NONE);
    }

    @Test
    void a_variable_alone_can_make_an_environment() {
        Configuration configuration = project()
                .variable("DECANT_ENVIRONMENT_STAGING_URL", "postgres://h/db")
                .variable("DECANT_ENVIRONMENT_STAGING_PROTECTED", "true")
                .read(Flags.none().withEnvironment("staging"));

        assertThat(configuration.environmentNames()).isEqualTo(List.of("staging"));
        assertThat(configuration.environment().protectedFromPush()).isTrue();
    }

    @Test
    void the_common_database_has_variables_too() {
        Environment environment = project()
                .toml("[database]\nurl = \"postgres://a/db\"")
                .variable("DECANT_DATABASE_URL", "postgres://b/db")
                .variable("DECANT_DATABASE_USER", "me")
                .read()
                .environment();

        assertThat(environment.display()).isEqualTo("postgresql://me@b/db");
    }

    @Test
    void a_named_environment_is_not_moved_by_a_url_meant_for_the_call() {
        Configuration configuration = project()
                .toml("[environment.a]\nurl = \"postgres://a/db\"\n[environment.b]\nurl = \"postgres://b/db\"")
                .variable("DECANT_URL", "postgres://c/db")
                .read(Flags.none().withEnvironment("a"));

        assertThat(configuration.environment().display()).isEqualTo("a (postgresql://c/db)");
        assertThat(configuration.environment("b").display()).isEqualTo("b (postgresql://b/db)");
    }

    @Test
    void a_database_that_some_environment_protects_is_protected_under_any_name() {
        Project project = project().toml("[environment.production]\nurl = \"postgres://h:5432/db\"\nprotected = true");

        assertThat(project.read(Flags.none().withUrl("jdbc:postgresql://H/db?sslmode=require"))
                        .environment())
                .satisfies(environment ->
                        assertThat(environment.protectedFromPush()).isTrue());
        assertThat(project.read(Flags.none().withUrl("postgres://h/other")).environment())
                .satisfies(environment ->
                        assertThat(environment.protectedFromPush()).isFalse());
    }

    @Test
    void a_protected_environment_whose_variables_are_not_set_disturbs_nobody() {
        Project project = project().toml(EXAMPLE);

        assertThat(project.read(Flags.none().withUrl("postgres://h/db"))
                        .environment()
                        .protectedFromPush())
                .isFalse();
    }

    @Test
    void the_dialects_of_mysql_and_mariadb_go_with_either_driver() {
        Configuration configuration = project()
                .toml("dialect = \"mariadb\"\n[database]\nurl = \"mysql://h/db\"")
                .read();

        assertThat(configuration.dialect()).isEqualTo("mariadb");
        assertThat(configuration.environment().url().dialect()).isEqualTo("mysql");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            src/db/schema     | Folder
            schema            | Folder
            ./db.schema       | Folder
            org.example.db    | ClassPackage
            schema.sql        | SqlFile
            db/Schema.SQL     | SqlFile
            """)
    void a_schema_is_a_folder_a_package_or_a_file(String text, String kind) {
        assertThat(SchemaLocation.of(text, folder).getClass().getSimpleName()).isEqualTo(kind);
    }

    private Project project() {
        return new Project(folder);
    }

    private static DatabaseUrl.Jdbc jdbc(Environment environment) {
        return (DatabaseUrl.Jdbc) environment.url();
    }
}
