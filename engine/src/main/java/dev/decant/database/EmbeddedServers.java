package dev.decant.database;

import dev.decant.config.DatabaseUrl;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;

/** Starts the servers behind URLs such as {@code embedded:postgresql}; implementations are found by {@link ServiceLoader}. */
public interface EmbeddedServers {
    /** The id of the dialect that they speak. */
    String dialect();

    /**
     * Starts a server, or joins the one that runs already, and makes the database and the extensions ready.
     *
     * @throws dev.decant.failure.DecantException DCT-601 to DCT-612
     */
    EmbeddedServer start(Request request);

    /**
     * What is wanted of a server.
     *
     * @param url the version and the database
     * @param home the folder where everything of such servers is kept, such as {@code .decant}
     * @param extensions the names of the extensions that will be created in the database
     * @param progress is told what takes a moment, in words for people
     */
    record Request(DatabaseUrl.Embedded url, Path home, Set<String> extensions, Consumer<String> progress) {
        /** Copies the set. */
        public Request {
            extensions = Set.copyOf(extensions);
        }
    }

    /** A hold on a running server; closing it gives up the hold, and stops the server if it was the last one. */
    interface EmbeddedServer extends AutoCloseable {
        /** Where the database is, with who enters it. */
        DatabaseUrl.Jdbc url();

        @Override
        void close();
    }
}
