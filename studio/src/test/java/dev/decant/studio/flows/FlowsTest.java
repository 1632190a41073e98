package dev.decant.studio.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.testkit.postgresql.TestServer;
import dev.decant.testkit.postgresql.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The flows of {@code studio/ui/e2e}: each has a browser, databases, a project and a running studio of its own.
 *
 * <p>With {@code -Ddecant.flow=PART} only those whose file name has this part run. What a page looked like when a flow failed is in
 * {@code target/failed}. {@code -Ddecant.flow=grid} runs the benchmark of the grid, which writes
 * what it measures into {@code target/grid.bench.mjs.txt}.
 */
final class FlowsTest {
    private static final Path FLOWS = Path.of("ui", "e2e");
    private static final String WANTED = System.getProperty("decant.flow", "");

    @TempDir
    Path scratch = Path.of("");

    @TestFactory
    List<DynamicTest> a_person_can() throws IOException {
        try (Stream<Path> files = Files.list(FLOWS)) {
            List<DynamicTest> flows = files.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(FlowsTest::isWanted)
                    .sorted()
                    .map(name -> DynamicTest.dynamicTest(title(name), () -> run(name)))
                    .toList();
            assertThat(flows).isNotEmpty();
            return flows;
        }
    }

    /** A benchmark runs when it is asked for by its name. */
    private static boolean isWanted(String file) {
        return file.endsWith(".flow.mjs") && file.contains(WANTED) || file.equals(WANTED + ".bench.mjs");
    }

    private static String title(String file) {
        return file.replace(".flow.mjs", "").replace('-', ' ');
    }

    private void run(String file) throws Exception {
        Optional<TestServer> server =
                file.startsWith("outage") ? Optional.of(TestServers.restartable("17")) : Optional.empty();
        try (StudioUnderTest studio = StudioUnderTest.start(scratch.resolve(file.replace(".flow.mjs", "")), server)) {
            NodeRun run = NodeRun.of(FLOWS.resolve(file), studio);
            run.requireSuccess();
            if (file.endsWith(".bench.mjs")) {
                Files.writeString(Path.of("target", file + ".txt"), run.output());
            }
        }
    }
}
