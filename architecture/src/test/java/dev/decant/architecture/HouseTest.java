package dev.decant.architecture;

import static dev.decant.architecture.House.CLASSES;
import static dev.decant.architecture.House.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** That the rules see what they speak of. */
final class HouseTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");

    @Test
    void the_rules_see_every_module_with_code_of_ours() throws IOException {
        assertThat(modulesWithCode())
                .contains("core")
                .allSatisfy(module -> assertThat(CLASSES.that(in(module)))
                        .as("classes of %s; is it a dependency in architecture/pom.xml?", module)
                        .isNotEmpty());
    }

    private static List<String> modulesWithCode() throws IOException {
        return MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .filter(folder -> Files.isDirectory(ROOT.resolve(folder).resolve("src/main/java/dev/decant")))
                .map(folder -> Path.of(folder).getFileName().toString())
                .toList();
    }
}
