package dev.decant.embedded.postgresql;

import dev.decant.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs of one version of PostgreSQL, ready to run.
 *
 * @param bin the folder with {@code postgres} and {@code initdb}, absolute
 * @param version such as {@code 17.11}
 * @param unpacked whether Decant unpacked it and so may add to it; what the system installed is never changed
 */
public record Installation(Path bin, String version, boolean unpacked) {
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+[.\\d]*\\w*)");

    public Installation {
        bin = bin.toAbsolutePath().normalize();
        if (!version.matches("\\d.*")) {
            throw new IllegalArgumentException("not a version of PostgreSQL: " + version);
        }
    }

    /**
     * The PostgreSQL that the system has in this folder, such as {@code /usr/lib/postgresql/15/bin}.
     *
     * @throws dev.decant.failure.DecantException DCT-602 when there is none, or it does not run here
     */
    public static Installation installed(Path bin) {
        return new Installation(bin, versionOf(bin), false);
    }

    static Installation unpacked(Path folder) {
        return new Installation(folder.resolve("bin"), versionOf(folder.resolve("bin")), true);
    }

    /** The part of the version that decides whether data can be read: {@code 17} of {@code 17.11}. */
    public int major() {
        Matcher digits = Pattern.compile("\\d+").matcher(version);
        return digits.find() ? Integer.parseInt(digits.group()) : 0;
    }

    /** The path of one of its programs. */
    public String program(String name) {
        return bin.resolve(name).toString();
    }

    /** Where its loadable libraries lie, extensions among them ({@code PKGLIBDIR}). */
    public Path libraryFolder() {
        return folder("--pkglibdir", "lib");
    }

    /** Where its control and script files of extensions lie ({@code SHAREDIR/extension}). */
    public Path extensionFolder() {
        return folder("--sharedir", "share").resolve("extension");
    }

    /** Whether an extension can be created in its databases. */
    public boolean hasExtension(String name) {
        return Files.exists(extensionFolder().resolve(name + ".control"));
    }

    private Path folder(String question, String side) {
        Path configuration = bin.resolve("pg_config");
        if (Files.isExecutable(configuration)) {
            Command.Outcome answer =
                    Command.of(configuration.toString(), question).run();
            if (answer.succeeded()) {
                return Path.of(answer.output());
            }
        }
        return bin.resolveSibling(side).resolve("postgresql");
    }

    private static String versionOf(Path bin) {
        Path server = bin.resolve("postgres");
        if (!Files.isExecutable(server)) {
            throw unusable(bin, "there is no program named postgres").exception();
        }
        Command.Outcome answer = Command.of(server.toString(), "--version").run();
        Matcher version = VERSION.matcher(answer.output());
        if (!answer.succeeded() || !version.find()) {
            throw unusable(bin, "postgres does not run here: " + answer.summary())
                    .exception();
        }
        return version.group(1);
    }

    private static Failure unusable(Path bin, String reason) {
        return Failure.of("DCT-602", reason)
                .at(bin.toString())
                .next("install PostgreSQL from your system's packages and name its bin folder,"
                        + " or give the address of a running server with --url");
    }
}
