package dev.decant.embedded.postgresql;

import java.nio.file.Path;

/**
 * Where one server's things lie: its data, and beside it what belongs to running it.
 *
 * @param home the folder of all embedded servers, such as {@code .decant/postgresql}; absolute and without links, since
 *     two processes recognise the same server by the path of its data
 * @param major decides the names, {@code data-17} and {@code server-17}: another major cannot read the data
 */
record ServerFolder(Path home, int major) {
    Path data() {
        return home.resolve("data-" + major);
    }

    /** Everything about the running server, readable by its owner only. */
    Path control() {
        return home.resolve("server-" + major);
    }

    /** Held while the server is started, joined or left. */
    Path lock() {
        return control().resolve("lock");
    }

    /** The named pipes that users hold open, one a server that was started. */
    Path leases() {
        return control().resolve("leases");
    }

    /** One file a user, to know whether somebody else is left. */
    Path users() {
        return control().resolve("users");
    }

    /** The superuser's password, on one line. */
    Path password() {
        return control().resolve("password");
    }

    /** What {@link ServerState} keeps. */
    Path state() {
        return control().resolve("state");
    }

    /** What the server writes. */
    Path log() {
        return control().resolve("log");
    }

    /** The script that stays with the server. */
    Path keeper() {
        return control().resolve("keeper.sh");
    }
}
