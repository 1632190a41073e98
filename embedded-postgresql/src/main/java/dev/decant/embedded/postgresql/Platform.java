package dev.decant.embedded.postgresql;

import dev.decant.failure.Failure;
import java.util.Locale;

/**
 * The operating system and processor that binaries are made for.
 *
 * @param system {@code linux} or {@code darwin}
 * @param processor {@code x86_64} or {@code arm_64}, as the file names of the published binaries say it
 */
record Platform(String system, String processor) {
    /** The platform that this program runs on. */
    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /**
     * The platform with these names of the Java system properties {@code os.name} and {@code os.arch}.
     *
     * @throws dev.decant.failure.DecantException DCT-601 where no embedded PostgreSQL can run
     */
    static Platform of(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("linux")) {
            return new Platform("linux", processor(system, processor));
        }
        if (name.contains("mac")) {
            return new Platform("darwin", processor(system, processor));
        }
        throw unsupported(system, processor);
    }

    boolean isLinux() {
        return system.equals("linux");
    }

    /** The name of the archive inside a jar of binaries for this platform. */
    String archiveName() {
        return "postgres-" + system + "-" + processor + ".txz";
    }

    private static String processor(String system, String processor) {
        return switch (processor.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x86-64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> throw unsupported(system, processor);
        };
    }

    private static RuntimeException unsupported(String system, String processor) {
        return Failure.of("DCT-601", "embedded:postgresql does not run on " + system + " " + processor)
                .next("start a PostgreSQL of your own and give its address with --url")
                .exception();
    }
}
