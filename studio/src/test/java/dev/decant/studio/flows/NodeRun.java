package dev.decant.studio.flows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One file of flows, run by Node's own test runner.
 *
 * @param status the exit status; 0 when all went well
 * @param output everything that was printed
 */
record NodeRun(int status, String output) {
    private static final long LONGEST_SECONDS = 240;

    /** With {@code -Ddecant.pictures=../docs/guide/studio} the pictures of the guide are taken anew. */
    private static final Path PICTURES = Path.of(System.getProperty("decant.pictures", "target/pictures"));

    static NodeRun of(Path file, StudioUnderTest studio) throws IOException, InterruptedException {
        ProcessBuilder node = new ProcessBuilder("node", "--test", "--test-reporter=spec", file.toString());
        Map<String, String> environment = node.environment();
        environment.put("STUDIO_LINK", studio.link().toString());
        environment.put("STUDIO_SQL", studio.sqlAddress().toString());
        environment.put("STUDIO_PROJECT", studio.project().toString());
        environment.put("STUDIO_PICTURES", PICTURES.toAbsolutePath().toString());
        environment.put(
                "STUDIO_FAILED", Path.of("target", "failed").toAbsolutePath().toString());
        Process process = node.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("no end in sight after " + LONGEST_SECONDS + " seconds:\n" + output);
        }
        return new NodeRun(process.exitValue(), output);
    }

    void requireSuccess() {
        if (status != 0) {
            throw new AssertionError(output);
        }
    }
}
