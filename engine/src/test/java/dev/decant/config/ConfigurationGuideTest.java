package dev.decant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationGuideTest {
    private static final Path GUIDE = Path.of("../docs/guide");

    @TempDir
    private Path folder;

    @Test
    void the_guide_names_every_key() throws IOException {
        String guide = Files.readString(GUIDE.resolve("configuration.md"));

        assertThat(Keys.names(Keys.TOP))
                .allSatisfy(key -> assertThat(guide).containsPattern("[`\\[]" + key + "[`.\\]]"));
        assertThat(Keys.names(Keys.DATABASE))
                .allSatisfy(key -> assertThat(guide).contains("`database." + key + "`"));
        assertThat(Keys.names(Keys.ENVIRONMENT))
                .allSatisfy(key -> assertThat(guide).contains("`environment.NAME." + key + "`"));
    }

    @Test
    void every_variable_in_the_guide_exists() throws IOException {
        Matcher variables =
                Pattern.compile("DECANT_[A-Z_]*[A-Z]").matcher(Files.readString(GUIDE.resolve("configuration.md")));

        assertThat(variables
                        .results()
                        .map(match -> match.group())
                        .filter(name -> !name.contains("_PLACEHOLDERS_"))
                        .distinct())
                .hasSizeGreaterThan(8)
                .isSubsetOf(Keys.variables(Set.of("production", "name")));
    }

    @Test
    void the_example_of_the_guide_is_read() throws IOException {
        String guide = Files.readString(GUIDE.resolve("configuration.md"));
        String example = guide.substring(guide.indexOf("```toml\n") + 8, guide.indexOf("```\n\n## Keys"));

        assertThat(new Project(folder).toml(example).read().environmentNames()).containsExactly("production");
    }

    @Test
    void every_error_of_the_configuration_is_listed() throws IOException {
        Set<String> thrown = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/decant/config"))) {
            for (Path source : sources.toList()) {
                Pattern.compile("\"(DCT-\\d{3})\"")
                        .matcher(Files.readString(source))
                        .results()
                        .forEach(match -> thrown.add(match.group(1)));
            }
        }
        String errors = Files.readString(GUIDE.resolve("errors.md"));

        assertThat(thrown)
                .hasSizeGreaterThan(10)
                .allSatisfy(code -> assertThat(errors).contains("| " + code + " |"));
        assertThat(errors.lines().filter(line -> line.startsWith("| DCT-1")).map(line -> line.substring(2, 9)))
                .containsAll(thrown)
                .doesNotHaveDuplicates();
    }
}
