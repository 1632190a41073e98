package dev.decant.embedded.postgresql;

import dev.decant.config.DatabaseUrl;
import dev.decant.config.Secret;
import dev.decant.database.EmbeddedServers;
import dev.decant.failure.Failure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The servers behind {@code embedded:postgresql}: one a major version, kept in {@code .decant/postgresql}. */
public final class PostgresqlServers implements EmbeddedServers {
    private static final String VECTOR = "vector";

    /** Makes the provider; it keeps nothing. */
    public PostgresqlServers() {}

    @Override
    public String dialect() {
        return "postgresql";
    }

    @Override
    public EmbeddedServer start(Request request) {
        Consumer<Progress> progress = event -> tell(event, request);
        EmbeddedPostgres wanted = configured(request, progress);
        if (request.extensions().contains(VECTOR)) {
            provideVector(request.home(), wanted.installation(), progress);
        }
        RunningPostgres running = wanted.start();
        try {
            String database = request.url().database().orElse(DataFolder.USER);
            running.createDatabase(database);
            return new Hold(running, url(running, database));
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
    }

    /** That a server runs already takes no moment. */
    private static void tell(Progress event, Request request) {
        if (!(event instanceof Progress.Joining)) {
            request.progress().accept(event.sentence());
        }
    }

    private static EmbeddedPostgres configured(Request request, Consumer<Progress> progress) {
        EmbeddedPostgres server =
                EmbeddedPostgres.at(request.home().resolve("postgresql")).telling(progress);
        return request.url().version().map(server::version).orElse(server);
    }

    private static void provideVector(Path home, Installation installation, Consumer<Progress> progress) {
        PgVectorState state = PgVector.in(home).telling(progress).ensure(installation);
        if (state instanceof PgVectorState.Unavailable(String reason)) {
            throw Failure.of("DCT-612", reason)
                    .next("use a PostgreSQL that has pgvector, with --url postgres://user@host/database")
                    .exception();
        }
    }

    private static DatabaseUrl.Jdbc url(RunningPostgres running, String database) {
        return new DatabaseUrl.Jdbc(
                "postgresql",
                running.jdbcUrl(database),
                running.host() + ":" + running.port() + "/" + database,
                database,
                Optional.of(running.user()),
                Optional.of(new Secret(running.password())),
                Map.of());
    }

    /** One user of a running server. */
    private record Hold(RunningPostgres server, DatabaseUrl.Jdbc url) implements EmbeddedServer {
        @Override
        public void close() {
            server.close();
        }
    }
}
