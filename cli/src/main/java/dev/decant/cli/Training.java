package dev.decant.cli;

import java.io.PrintWriter;

/**
 * What the launcher runs once after a build to learn which classes the command line loads; they are then started from an archive.
 *
 * <p>It does what users do most and shows nothing. A command that fails here only leaves its classes out of the archive.
 */
final class Training {
    private Training() {}

    /** Runs the commands worth being fast. */
    public static void main(String[] arguments) {
        run("--version");
        run("--help");
        run("--no-such-option");
    }

    private static void run(String... arguments) {
        Main.command()
                .setOut(new PrintWriter(PrintWriter.nullWriter()))
                .setErr(new PrintWriter(PrintWriter.nullWriter()))
                .execute(arguments);
    }
}
