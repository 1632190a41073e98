package dev.decant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationMistakesTest {
    @TempDir
    private Path folder;

    static List<Arguments> files() {
        return List.of(
                mistake(
                        "dialekt = 'x'",
                        "DCT-102 decant.toml:1:1: dialekt is not a known key; did you mean \"dialect\"?"),
                mistake(
                        "\n  Schema = 'x'",
                        "DCT-102 decant.toml:2:3: Schema is not a known key; did you mean \"schema\"?"),
                mistake(
                        "print-polcy = 'none'",
                        "DCT-102 decant.toml:1:1: print-polcy is not a known key; did you mean \"print-policy\"?"),
                mistake(
                        "banana = 1",
                        "DCT-102 decant.toml:1:1: banana is not a known key; "
                                + "known are: dialect, schema, out, print-policy, lock-timeout, statement-timeout, lock-budget, keep-dropped, database, environment, include, exclude, and 5 more"),
                mistake(
                        "[databse]\nurl = 'x'",
                        "DCT-102 decant.toml:1:1: databse is not a known key; did you mean \"database\"?"),
                mistake(
                        "[database]\npasword = 'x'",
                        "DCT-102 decant.toml:2:1: database.pasword is not a known key; did you mean \"password\"?"),
                mistake(
                        "[database]\nprotected = true",
                        "DCT-102 decant.toml:2:1: database.protected is not a known key; it belongs under [environment.NAME]"),
                mistake(
                        "[database]\ndialect = 'sqlite'",
                        "DCT-102 decant.toml:2:1: database.dialect is not a known key; it belongs at the top of the file, before the first [table]"),
                mistake(
                        "url = 'sqlite:x.db'",
                        "DCT-102 decant.toml:1:1: url is not a known key; it belongs under [database]"),
                mistake(
                        "window = 'x'",
                        "DCT-102 decant.toml:1:1: window is not a known key; it belongs under [environment.NAME]"),
                mistake(
                        "[environment.a]\nprotect = true",
                        "DCT-102 decant.toml:2:1: environment.a.protect is not a known key; did you mean \"protected\"?"),
                mistake(
                        "[environment]\nprotected = true",
                        "DCT-102 decant.toml:2:1: environment.protected belongs to no environment; write it under [environment.NAME]"),
                mistake(
                        "[environment]\nproduction = true",
                        "DCT-103 decant.toml:2:1: environment.production must be a table, not true or false; write [environment.production] and its keys below"),
                mistake(
                        "[environment.'my db']\nurl = 'x'",
                        "DCT-104 decant.toml:1:1: \"my db\" cannot be the name of an environment; start with a letter and use letters, digits, - and _"),
                mistake(
                        "[environment.eu-1]\n[environment.eu_1]",
                        "DCT-104 decant.toml:2:1: the environments eu-1 and eu_1 share their variables; rename one of them"),
                mistake(
                        "dialect = 3",
                        "DCT-103 decant.toml:1:1: dialect must be text, not a whole number; write it in quotes"),
                mistake(
                        "out = true",
                        "DCT-103 decant.toml:1:1: out must be text, not true or false; write it in quotes"),
                mistake(
                        "schema = ['a']",
                        "DCT-103 decant.toml:1:1: schema must be text, not a list; write it in quotes"),
                mistake(
                        "out = 2026-01-01",
                        "DCT-103 decant.toml:1:1: out must be text, not a date or time; write it in quotes"),
                mistake(
                        "out = 1.5",
                        "DCT-103 decant.toml:1:1: out must be text, not a decimal number; write it in quotes"),
                mistake(
                        "[schema]\na = 1",
                        "DCT-103 decant.toml:1:1: schema must be text, not a table; write it in quotes"),
                mistake(
                        "database = 'x'",
                        "DCT-103 decant.toml:1:1: database must be a table, not text; write [database] and its keys below"),
                mistake(
                        "lint = 'x'",
                        "DCT-103 decant.toml:1:1: lint must be a table, not text; write [lint] and its keys below"),
                mistake(
                        "[[environment]]\nurl = 'x'",
                        "DCT-103 decant.toml:1:1: environment must be a table, not a list; write [environment] and its keys below"),
                mistake(
                        "[environment.a]\nprotected = 'true'",
                        "DCT-103 decant.toml:2:1: environment.a.protected must be true or false, not text"),
                mistake(
                        "[environment.a]\nbackup = 1",
                        "DCT-103 decant.toml:2:1: environment.a.backup must be true or false, not a whole number"),
                mistake("out = ''", "DCT-104 decant.toml:1:1: out is empty; give it a value, or remove it"),
                mistake("schema = '  '", "DCT-104 decant.toml:1:1: schema is empty; give it a value, or remove it"),
                mistake(
                        "[database]\nurl = ''",
                        "DCT-104 decant.toml:2:1: database.url is empty; give it a value, or remove it"),
                mistake(
                        "[database]\nuser = ''",
                        "DCT-104 decant.toml:2:1: database.user is empty; give it a value, or remove it"),
                mistake(
                        "dialect = 'postgres'",
                        "DCT-104 decant.toml:1:1: the dialect is not known; did you mean \"postgresql\"?"),
                mistake(
                        "dialect = 'oracle'",
                        "DCT-104 decant.toml:1:1: the dialect is not known; known are: postgresql, sqlite, mysql, mariadb"),
                mistake(
                        "schema = 'db/Schema.java'",
                        "DCT-104 decant.toml:1:1: the schema is a single Java file; name the folder that holds its classes"),
                mistake(
                        "out = \"a\\u0000b\"",
                        "DCT-104 decant.toml:1:1: no file can have this name: Nul character not allowed"),
                mistake(
                        "print-policy = 'all'",
                        "DCT-104 decant.toml:1:1: the print policy is not known; known are: full, masked, none"),
                mistake(
                        "[environment.a]\nwindow = 'Sunn 02:00-05:00 UTC'",
                        "DCT-114 decant.toml:2:1: the maintenance window has an unknown day, Sunn; did you mean \"Sun\"?"),
                mistake(
                        "[database]\nurl = 'postgre://u:hunter2@h/db'",
                        "DCT-111 decant.toml:2:1: the URL is of an unknown kind of database, postgre:; did you mean postgres:?"),
                mistake(
                        "[environment.a]\nurl = 'postgres://h'",
                        "DCT-110 decant.toml:2:1: the URL names no database; write postgresql://user@host/database"),
                mistake(
                        "[database]\nurl = '${URL'",
                        "DCT-107 decant.toml:2:1: a ${ is not closed by }; write ${NAME}, ${NAME:-default}, or $${ for the characters themselves"),
                mistake(
                        "[database]\npassword = 'hunter2${'",
                        "DCT-107 decant.toml:2:1: ${ is not followed by the name of a variable; write ${NAME}, ${NAME:-default}, or $${ for the characters themselves"));
    }

    static List<Arguments> syntax() {
        return List.of(
                mistake(
                        "out = 'a'\nout = 'b'",
                        "DCT-101 decant.toml:2:1: out is already defined at line 1, column 1; keep one of the two"),
                mistake(
                        "[database]\n[database]\nurl = 'x'",
                        "DCT-101 decant.toml:2:1: database is already defined at line 1, column 1; keep one of the two"),
                mistake(
                        "out = migrations",
                        "DCT-101 decant.toml:1:7: unexpected text, expected a value; put text in quotes: key = \"value\""),
                mistake(
                        "[database]\npassword = hunter2",
                        "DCT-101 decant.toml:2:12: unexpected text, expected a value; put text in quotes: key = \"value\""),
                mistake(
                        "[database]\npassword = \"abc\"hunter2\"",
                        "DCT-101 decant.toml:2:17: unexpected text, expected a newline or end-of-input"),
                mistake(
                        "[database]\npassword = \"hunter2",
                        "DCT-101 decant.toml:2:20: unexpected end of input, expected \" or a character"),
                mistake(
                        "[database]\npassword = \"hun\\qter2\"",
                        "DCT-101 decant.toml:2:16: a backslash that starts no escape sequence; write \\\\ for a backslash, or use single quotes"),
                mistake("out: 'x'", "DCT-101 decant.toml:1:4: unexpected ':', expected . or ="),
                mistake("[database\nurl = 'x'", "DCT-101 decant.toml:1:10: unexpected end of line, expected ]"),
                mistake(
                        "out = ",
                        "DCT-101 decant.toml:1:7: unexpected end of input, expected a value; put text in quotes: key = \"value\""));
    }

    @ParameterizedTest
    @MethodSource({"files", "syntax"})
    void a_mistake_in_the_file_is_named_with_its_place_and_remedy(String file, String message) {
        assertThatThrownBy(() -> project().toml(file).read())
                .isInstanceOf(DecantException.class)
                .hasMessage(message)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void all_mistakes_are_reported_at_once_in_the_order_of_the_file() {
        assertThatThrownBy(() -> project()
                        .toml(
                                "dialekt = 'x'\nout = 3\n[environment.a]\nwindow = 'never'\n[database]\nurl = 'x'\nusr = 'y'")
                        .read())
                .isInstanceOfSatisfying(
                        DecantException.class,
                        exception -> assertThat(exception.failures())
                                .extracting(failure ->
                                        failure.code() + " " + failure.where().orElse(""))
                                .containsExactly(
                                        "DCT-102 decant.toml:1:1",
                                        "DCT-103 decant.toml:2:1",
                                        "DCT-114 decant.toml:4:1",
                                        "DCT-110 decant.toml:6:1",
                                        "DCT-102 decant.toml:7:1"));
    }

    @Test
    void mistakes_in_both_files_are_reported_at_once() {
        assertThatThrownBy(() -> project().toml("a = \nb = ]").dotEnv("A: b").read())
                .isInstanceOfSatisfying(
                        DecantException.class,
                        exception -> assertThat(exception.failures())
                                .extracting(failure ->
                                        failure.code() + " " + failure.where().orElse(""))
                                .containsExactly(
                                        "DCT-101 decant.toml:1:5", "DCT-101 decant.toml:2:5", "DCT-108 .env:1"));
    }

    @Test
    void a_file_in_a_folder_above_is_called_as_one_would_type_it() {
        assertThatThrownBy(() -> project().toml("a = 1").in("x/y").read())
                .hasMessageStartingWith("DCT-102 ../../decant.toml:1:1: ");
    }

    @Test
    void a_named_file_must_be_there() {
        assertThatThrownBy(() -> project().read(Flags.none().withConfig(Path.of("no.toml"))))
                .hasMessage("DCT-100 no.toml: this configuration file does not exist; "
                        + "check --config or DECANT_CONFIG, or make one with: decant init");
        assertThatThrownBy(() -> project().in("conf").read(Flags.none().withConfig(folder.resolve("conf"))))
                .hasMessageStartingWith("DCT-100 this is a folder");
        assertThatThrownBy(() ->
                        new Project(folder).variable("DECANT_CONFIG", "conf").read())
                .hasMessage("DCT-100 conf: this is a folder; name the file in it: --config conf/decant.toml");
    }

    @Test
    void a_file_that_is_no_text_is_refused() throws Exception {
        Files.write(folder.resolve("decant.toml"), "out = 'é'".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> project().read()).hasMessage("DCT-100 decant.toml: the file is not UTF-8 text");
    }

    @Test
    void a_key_that_is_needed_and_missing_is_named() {
        Configuration configuration =
                project().toml("[environment.a]\n[environment.b]").read();

        assertThatThrownBy(configuration::schema)
                .hasMessage("DCT-105 decant.toml: schema is missing; "
                        + "add schema = \"FOLDER, PACKAGE OR SQL FILE\", or give --schema");
        assertThatThrownBy(configuration::dialect)
                .hasMessage("DCT-105 decant.toml: dialect is missing; "
                        + "add dialect = \"postgresql\", or give --dialect or --url");
        assertThatThrownBy(configuration::environment)
                .hasMessage("DCT-105 decant.toml: database.url is missing; add url = \"...\" under [database], "
                        + "or give --url, or choose an environment: --env a, --env b");
        assertThatThrownBy(() -> configuration.environment("a"))
                .hasMessage("DCT-105 decant.toml: environment.a.url is missing; add it, or give --url");
    }

    @Test
    void without_a_file_only_what_is_needed_is_missed() {
        Configuration configuration = project().read();

        assertThat(configuration.out()).isEqualTo(folder.resolve("migrations"));
        assertThatThrownBy(configuration::schema)
                .hasMessage("DCT-105 schema is not known, and there is no decant.toml here or in any folder above; "
                        + "make one with: decant init, or give --schema");
        assertThatThrownBy(configuration::environment)
                .hasMessage(
                        "DCT-105 database.url is not known, and there is no decant.toml here or in any folder above; "
                                + "make one with: decant init, or give --url");
    }

    @Test
    void an_unknown_environment_suggests_the_nearest() {
        Project project = project().toml("[environment.production]\n[environment.staging]");

        assertThatThrownBy(() -> project.read().environment("prodution"))
                .hasMessage("DCT-113 there is no environment \"prodution\"; did you mean \"production\"?");
        assertThatThrownBy(() -> project.read(Flags.none().withEnvironment("test")))
                .hasMessage("DCT-113 --env: there is no environment \"test\"; known are: production, staging");
        assertThatThrownBy(() -> project.variable("DECANT_ENV", "stagin").read())
                .hasMessage("DCT-113 DECANT_ENV: there is no environment \"stagin\"; did you mean \"staging\"?");
        assertThatThrownBy(() -> new Project(folder).toml("").read().environment("test"))
                .hasMessage("DCT-113 there is no environment \"test\"; add [environment.test] to decant.toml");
    }

    @Test
    void wrong_flags_are_all_named_at_once() {
        Flags flags = Flags.none()
                .withUrl("u:hunter2@h/db")
                .withDialect("postgre")
                .withOut("")
                .withSchema("a.java");

        assertThatThrownBy(() -> project().read(flags))
                .hasMessage("DCT-104 --dialect: the dialect is not known; did you mean \"postgresql\"?\n"
                        + "DCT-111 --url: the URL is of an unknown kind of database; "
                        + "known are: postgresql: postgres: mysql: mariadb: sqlite: embedded: jdbc:\n"
                        + "DCT-104 --schema: the schema is a single Java file; name the folder that holds its classes\n"
                        + "DCT-104 --out: --out is empty; give it a value, or remove it");
    }

    @Test
    void wrong_variables_are_named_with_their_place() {
        assertThatThrownBy(() ->
                        project().variable("DECANT_URL", "postgres://h").read().environment())
                .hasMessageStartingWith("DCT-110 DECANT_URL: the URL names no database");
        assertThatThrownBy(() ->
                        project().dotEnv("\nDECANT_URL=postgres://h").read().environment())
                .hasMessageStartingWith("DCT-110 .env:2: the URL names no database");
    }

    @Test
    void a_switch_that_is_neither_on_nor_off_is_refused() {
        Configuration configuration = new Project(folder)
                .toml("[environment.a]\nurl = 'sqlite:x.db'")
                .variable("DECANT_ENVIRONMENT_A_PROTECTED", "yes")
                .read();

        assertThatThrownBy(() -> configuration.environment("a"))
                .hasMessageStartingWith("DCT-104 DECANT_ENVIRONMENT_A_PROTECTED: this is neither true nor false");
    }

    @Test
    void a_mistyped_variable_is_not_ignored() {
        assertMistyped("DECANT_PASWORD", "did you mean DECANT_PASSWORD?");
        assertMistyped("DECANT_SCHEME", "did you mean DECANT_SCHEMA?");
        assertMistyped("DECANT_DATABASE_PASWORD", "did you mean DECANT_DATABASE_PASSWORD?");
        assertMistyped("DECANT_ENVIROMENT_A_PROTECTED", "did you mean DECANT_ENVIRONMENT_A_PROTECTED?");
        assertMistyped("DECANT_ENVIRONMENT_A_PROTECT", "did you mean DECANT_ENVIRONMENT_A_PROTECTED?");
        assertMistyped(
                "DECANT_ENVIRONMENT_SOMETHING_ELSE_ENTIRELY",
                "write DECANT_ENVIRONMENT_NAME_KEY, with an environment that exists or gets a URL this way");
    }

    @Test
    void a_variable_that_resembles_no_setting_is_left_alone() {
        Project project = project();
        List.of("DECANT_HOME", "DECANT_JAVA_HOME", "DECANT_OPTS", "DECANT_LOG", "DECANT_TEST_URL", "DECANTER")
                .forEach(name -> project.variable(name, "x"));

        assertThat(project.read().environmentNames()).isEmpty();
    }

    @Test
    void a_url_of_another_dialect_is_refused() {
        assertThatThrownBy(() -> project()
                        .toml("dialect = 'sqlite'\n[database]\nurl = 'postgres://h/db'")
                        .read()
                        .environment())
                .hasMessage("DCT-112 decant.toml:3:1: the URL is for postgresql, but the dialect is sqlite; "
                        + "change one of them; each schema belongs to one dialect");
    }

    private void assertMistyped(String variable, String advice) {
        assertThatThrownBy(() -> new Project(folder)
                        .toml("[environment.a]")
                        .variable(variable, "hunter2")
                        .read())
                .hasMessage("DCT-115 " + variable + ": " + variable + " sets nothing; " + advice);
    }

    private Project project() {
        return new Project(folder);
    }

    private static Arguments mistake(String file, String message) {
        return Arguments.of(file, message);
    }
}
