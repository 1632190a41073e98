package dev.decant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
    @TempDir
    private Path folder;

    /** A dash is a value that is not given; the last column is who enters, with which password. */
    @ParameterizedTest(name = "{0} {1} {2} {3} {4} {5} {6} -> {7}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # --url          | --user | DECANT_URL     | _USER | _PASSWORD | file url        | file user:password | wanted
            -                | -      | -              | -     | -         | postgres://h/d  | fu:fp | fu:fp
            -                | -      | -              | -     | -         | postgres://uu:up@h/d | fu:fp | uu:up
            -                | -      | -              | -     | -         | postgres://uu@h/d | fu:fp | uu:fp
            -                | -      | -              | -     | -         | postgres://h/d  | -     | none
            -                | -      | -              | vu    | vp        | postgres://h/d  | fu:fp | vu:vp
            -                | -      | -              | -     | vp        | postgres://h/d  | fu:fp | fu:vp
            -                | -      | -              | vu    | vp        | postgres://uu:up@h/d | fu:fp | vu:vp
            -                | xu     | -              | vu    | vp        | postgres://h/d  | fu:fp | xu:vp
            -                | -      | postgres://o/d | -     | -         | postgres://h/d  | fu:fp | none
            -                | -      | postgres://o/d | -     | -         | -               | fu:fp | fu:fp
            -                | -      | postgres://ou:op@o/d | - | -       | postgres://h/d  | fu:fp | ou:op
            -                | -      | postgres://ou:op@o/d | vu | vp     | postgres://h/d  | fu:fp | vu:vp
            postgres://o/d   | -      | -              | -     | -         | postgres://h/d  | fu:fp | none
            postgres://o/d   | -      | -              | vu    | vp        | postgres://h/d  | fu:fp | vu:vp
            postgres://ou@o/d | -     | -              | vu    | vp        | postgres://h/d  | fu:fp | ou:vp
            postgres://ou:op@o/d | -  | postgres://p/d | vu    | vp        | postgres://h/d  | fu:fp | ou:op
            postgres://ou:op@o/d | xu | -              | -     | -         | -               | -     | xu:op
            """)
    void the_user_and_password_belong_to_the_url(
            String urlFlag,
            String userFlag,
            String urlVariable,
            String userVariable,
            String passwordVariable,
            String fileUrl,
            String fileEntry,
            String wanted) {
        Project project = new Project(folder).toml(file(fileUrl, fileEntry));
        give(project, "DECANT_URL", urlVariable);
        give(project, "DECANT_USER", userVariable);
        give(project, "DECANT_PASSWORD", passwordVariable);
        Flags flags = Flags.none();
        flags = urlFlag == null ? flags : flags.withUrl(urlFlag);
        flags = userFlag == null ? flags : flags.withUser(userFlag);

        assertThat(entry(project.read(flags).environment())).isEqualTo(wanted);
    }

    @Test
    void a_password_that_was_asked_for_comes_first() {
        Environment environment = new Project(folder)
                .toml(file("postgres://h/d", "fu:fp"))
                .variable("DECANT_PASSWORD", "vp")
                .read(Flags.none().withPassword(new Secret("asked")))
                .environment();

        assertThat(entry(environment)).isEqualTo("fu:asked");
    }

    @Test
    void the_user_of_an_environment_goes_to_the_url_that_a_variable_gives_it() {
        Environment environment = new Project(folder)
                .toml("[database]\nurl = \"postgres://h/d\"\nuser = \"wrong\"\n"
                        + "[environment.production]\nuser = \"deploy\"\nprotected = true")
                .variable("DECANT_ENVIRONMENT_PRODUCTION_URL", "postgres://p/d")
                .read()
                .environment("production");

        assertThat(entry(environment)).isEqualTo("deploy:");
    }

    @Test
    void the_common_user_does_not_go_to_the_url_of_an_environment() {
        Environment environment = new Project(folder)
                .toml(
                        "[database]\nuser = \"wrong\"\npassword = \"wrong\"\n[environment.production]\nurl = \"postgres://p/d\"")
                .read()
                .environment("production");

        assertThat(entry(environment)).isEqualTo("none");
    }

    private static String file(String url, String entry) {
        StringBuilder file = new StringBuilder("[database]\n");
        if (url != null) {
            file.append("url = \"").append(url).append("\"\n");
        }
        if (entry != null) {
            String[] parts = entry.split(":", -1);
            file.append("user = \"")
                    .append(parts[0])
                    .append("\"\npassword = \"")
                    .append(parts[1])
                    .append("\"\n");
        }
        return file.toString();
    }

    private static void give(Project project, String variable, String value) {
        if (value != null) {
            project.variable(variable, value);
        }
    }

    private static String entry(Environment environment) {
        DatabaseUrl.Jdbc url = (DatabaseUrl.Jdbc) environment.url();
        Optional<String> password = url.password().map(Secret::reveal);
        return url.user().isEmpty() && password.isEmpty() ? "none" : url.user().orElse("") + ":" + password.orElse("");
    }
}
