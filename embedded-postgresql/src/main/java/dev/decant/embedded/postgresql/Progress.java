package dev.decant.embedded.postgresql;

import java.nio.file.Path;

/** What takes a moment while an embedded PostgreSQL is made ready; a front-end shows it its own way. */
public sealed interface Progress {
    /**
     * The binaries are unpacked, about two seconds, once.
     *
     * @param archive the address of the archive
     */
    record Unpacking(String archive) implements Progress {}

    /**
     * An empty database cluster is made, about two seconds, once.
     *
     * @param data the folder that will hold the data
     * @param version of PostgreSQL
     */
    record Initialising(Path data, String version) implements Progress {}

    /**
     * The server is started.
     *
     * @param data the folder that holds the data
     * @param port on 127.0.0.1
     */
    record Starting(Path data, int port) implements Progress {}

    /**
     * A server that another process started is used too.
     *
     * @param data the folder that holds the data
     * @param port on 127.0.0.1
     */
    record Joining(Path data, int port) implements Progress {}

    /**
     * The extension pgvector is downloaded and compiled, about half a minute, once.
     *
     * @param major of the PostgreSQL that it is for
     * @param log the file that the build writes to
     */
    record BuildingPgVector(int major, Path log) implements Progress {}

    /** The event in words for people. */
    default String sentence() {
        return switch (this) {
            case Unpacking unpacking -> "unpacking PostgreSQL (once, two seconds)";
            case Initialising initialising ->
                "making an empty PostgreSQL " + initialising.version() + " in " + initialising.data();
            case Starting starting -> "starting PostgreSQL at 127.0.0.1:" + starting.port();
            case Joining joining -> "using the PostgreSQL that runs at 127.0.0.1:" + joining.port();
            case BuildingPgVector building ->
                "building pgvector for PostgreSQL " + building.major() + " (once, half a minute; " + building.log()
                        + ")";
        };
    }
}
