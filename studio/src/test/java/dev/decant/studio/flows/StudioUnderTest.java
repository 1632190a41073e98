package dev.decant.studio.flows;

import dev.decant.config.Configuration;
import dev.decant.config.Flags;
import dev.decant.config.Surroundings;
import dev.decant.studio.Studio;
import dev.decant.studio.StudioOptions;
import dev.decant.studio.connection.Audit;
import dev.decant.studio.connection.Workspace;
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

    private StudioUnderTest(Project project, Oracle oracle, Studio studio) {
        this.project = project;
        this.oracle = oracle;
        this.studio = studio;
    }

    static StudioUnderTest start(Path folder) throws IOException {
        Project project = Project.in(folder.resolve("open-data-repository"));
        Surroundings surroundings = new Surroundings(Map.of(), project.folder());
        Workspace workspace = new Workspace(
                Configuration.read(Flags.none(), surroundings),
                name -> Configuration.read(flags(name), surroundings),
                false,
                new Audit(line -> {}));
        StudioOptions options = new StudioOptions(0, false, Duration.ZERO, "test");
        return new StudioUnderTest(project, Oracle.start(project), Studio.start(workspace, options));
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
        project.close();
    }
}
