package org.omi.odr.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A shell in a folder that knows the command {@code decant}: the command line of this build, as a process of its own.
 *
 * @param folder where it works
 * @param bin a folder outside of it for the command
 */
record Shell(Path folder, Path bin) {
    private static final long PATIENCE_IN_MINUTES = 5;

    /**
     * What came of a script.
     *
     * @param exitCode the code of the command that failed, or of the last one
     * @param out what it printed
     * @param err what it complained of
     */
    record Outcome(int exitCode, String out, String err) {
        @Override
        public String toString() {
            return "exit code " + exitCode + "\n" + out + err;
        }
    }

    /** A shell in a new folder below {@code scratch}. */
    static Shell in(Path scratch) throws IOException {
        Path bin = Files.createDirectories(scratch.resolve("bin"));
        Launcher.writeInto(bin);
        return new Shell(Files.createDirectories(scratch.resolve("work")), bin);
    }

    /** Runs a script up to the first command that fails. */
    Outcome run(String script) throws IOException, InterruptedException {
        Path out = Files.createTempFile(bin, "out", "");
        Path err = Files.createTempFile(bin, "err", "");
        ProcessBuilder builder = new ProcessBuilder("sh", "-eu", "-c", script)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("DECANT_.*|DATABASE_.*|POSTGRES_.*|PRODUCTION_URL"));
        builder.environment().merge("PATH", bin.toString(), (path, own) -> own + ":" + path);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_IN_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running: " + script);
        }
        return new Outcome(process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
