package dev.decant.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.failure.DecantException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every object that a configuration consists of is printed, and none may show a password. */
class SecrecyTest {
    private static final String SECRET = "hunter2";

    @TempDir
    private Path folder;

    @Test
    void nothing_that_a_configuration_consists_of_prints_a_password() throws Exception {
        Project project = new Project(folder)
                .toml("""
                        [database]
                        url = "postgres://u:hunter2@h/db?sslpassword=hunter2"
                        password = "hunter2${PW:-hunter2}"
                        [environment.a]
                        url = "jdbc:postgresql://h/db?user=u&password=hunter2"
                        """)
                .dotEnv("PW=hunter2\nQUOTED='hunter2'\n")
                .variable("DECANT_PASSWORD", SECRET);
        Flags flags = Flags.none().withUrl("postgres://u:hunter2@h/db").withPassword(new Secret(SECRET));
        Configuration configuration = project.read(flags);

        List<Object> seen = new ArrayList<>();
        collect(project.surroundings(), seen, Collections.newSetFromMap(new IdentityHashMap<>()));
        collect(configuration, seen, Collections.newSetFromMap(new IdentityHashMap<>()));
        collect(configuration.environment(), seen, Collections.newSetFromMap(new IdentityHashMap<>()));
        collect(configuration.environment("a"), seen, Collections.newSetFromMap(new IdentityHashMap<>()));

        assertThat(seen).hasSizeGreaterThan(25);
        assertThat(seen)
                .allSatisfy(object -> assertThat(object.toString())
                        .as(object.getClass().getName())
                        .doesNotContain(SECRET));
    }

    @Test
    void no_stack_trace_shows_a_password() {
        List<String> files = List.of(
                "[database]\npassword = hunter2",
                "[database]\npassword = \"hunter2",
                "[database]\npassword = \"x\" hunter2",
                "[database]\npassword = \"x\"hunter2\"y\"",
                "[database]\npassword = '''hunter2",
                "[database]\npassword = \"hunter2\\x\"",
                "[database]\npassword = ['hunter2']\nurl = 1",
                "[database]\npassword = 'hunter2${'",
                "[database]\npassword = '${hunter2!}'",
                "[database]\nurl = 'postgres://u:hunter2/x@h/db'",
                "[database]\nurl = 'u:hunter2@h/db'",
                "[database]\nurl = postgres://u:hunter2@h/db",
                "[database]\nurl = 'jdbc:sqlserver://h;password=hunter2'",
                "[database]\nurl = 'postgres://u:hunter2@h:99999/db'");
        for (String file : files) {
            assertThat(trace(new Project(folder).toml(file), ""))
                    .as(file)
                    .contains("DCT-1")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void no_mistake_in_an_env_file_shows_a_password() {
        for (String line : List.of(
                "PW: hunter2",
                "PW='hunter2",
                "PW=\"x\" hunter2",
                "1=hunter2",
                "!hunter2",
                "PW hunter2",
                "hunter2+/A==")) {
            assertThat(trace(new Project(folder).toml(""), line))
                    .as(line)
                    .contains("DCT-108")
                    .doesNotContain(SECRET);
        }
    }

    private static String trace(Project project, String dotEnv) {
        try {
            project.dotEnv(dotEnv).read().environment();
            return "nothing was wrong";
        } catch (DecantException exception) {
            StringWriter trace = new StringWriter();
            exception.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
    }

    /** Collects every object of Decant that can be reached; strings, maps and the like hold the secrets themselves. */
    private static void collect(Object object, List<Object> seen, Set<Object> known) throws IllegalAccessException {
        if (!known.add(object)) {
            return;
        }
        if (object instanceof Map<?, ?> map) {
            for (Object value : map.values()) {
                collect(value, seen, known);
            }
        } else if (object instanceof Iterable<?> values && !(object instanceof Path)) {
            for (Object value : values) {
                collect(value, seen, known);
            }
        } else if (object instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                collect(optional.get(), seen, known);
            }
        } else if (object.getClass().getName().startsWith("dev.decant.")) {
            seen.add(object);
            for (Field field : object.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    AccessibleObject.setAccessible(new AccessibleObject[] {field}, true);
                    collect(field.get(object), seen, known);
                }
            }
        }
    }
}
