package dev.decant.studio.flows;

import dev.decant.config.Configuration;
import dev.decant.config.Flags;
import dev.decant.config.Surroundings;
import dev.decant.studio.Studio;
import dev.decant.studio.StudioOptions;
import dev.decant.studio.connection.Audit;
import dev.decant.studio.connection.Workspace;
import dev.decant.testkit.postgresql.TestServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A studio over a project of its own: the Open Data Repository, a shop, and a production that is protected. */
final class StudioUnderTest implements AutoCloseable {
    private final Project project;
    private final Oracle oracle;
    private final Studio studio;
    private final Optional<TestServer> server;

    private StudioUnderTest(Project project, Oracle oracle, Studio studio, Optional<TestServer> server) {
        this.server = server;
        this.project = project;
        this.oracle = oracle;
        this.studio = studio;
    }

    /**
     * Starts one.
     *
     * @param folder where its project is made
     * @param server where the database of the shop is, if a flow may stop that
     */
    static StudioUnderTest start(Path folder, Optional<TestServer> server) throws IOException {
        Project project = Project.in(folder.resolve("open-data-repository"), server);
        Surroundings surroundings = new Surroundings(Map.of(), project.folder());
        Workspace workspace = new Workspace(
                Configuration.read(Flags.none(), surroundings),
                name -> Configuration.read(flags(name), surroundings),
                false,
                new Audit(line -> {}));
        StudioOptions options = new StudioOptions(0, false, Duration.ZERO, "test");
        return new StudioUnderTest(project, Oracle.start(project, server), Studio.start(workspace, options), server);
    }

    private static Flags flags(Optional<String> environment) {
        return environment.map(Flags.none()::withEnvironment).orElseGet(Flags::none);
    }

    /** Opens the studio, once. */
    URI link() {
        return studio.link();
    }

    /** Answers a statement that is posted to it with the rows, past the studio. */
    URI sqlAddress() {
        return oracle.address();
    }

    Path project() {
        return project.folder();
    }

    @Override
    public void close() {
        studio.close();
        oracle.close();
        server.ifPresent(TestServer::goOn);
        project.close();
    }
}
