package dev.decant.studio;

import dev.decant.failure.DecantException;
import dev.decant.run.RunSettings;
import dev.decant.studio.changes.ChangesEndpoints;
import dev.decant.studio.changes.ProjectWatch;
import dev.decant.studio.connection.MetaEndpoints;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.data.CellEndpoints;
import dev.decant.studio.data.CountEndpoints;
import dev.decant.studio.data.EditEndpoints;
import dev.decant.studio.data.ExportEndpoints;
import dev.decant.studio.data.ImportEndpoints;
import dev.decant.studio.data.ReferenceEndpoints;
import dev.decant.studio.data.RowEndpoints;
import dev.decant.studio.data.SchemaEndpoints;
import dev.decant.studio.data.ScriptEndpoints;
import dev.decant.studio.health.HealthEndpoints;
import dev.decant.studio.http.Routes;
import dev.decant.studio.http.StudioServer;
import dev.decant.studio.overview.OverviewEndpoints;
import dev.decant.studio.run.Benches;
import dev.decant.studio.run.Runs;
import dev.decant.studio.saved.SavedEndpoints;
import dev.decant.studio.sql.SqlEndpoints;
import dev.decant.studio.timeline.TimelineEndpoints;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A running studio. */
public final class Studio implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** Why a studio has ended. */
    public enum End {
        /** Somebody ended it. */
        CLOSED,
        /** Nobody looked at it. */
        IDLE
    }

    private final Workspace workspace;
    private final StudioServer server;
    private final StudioOptions options;
    private final ProjectWatch watch;
    private final CountDownLatch ended = new CountDownLatch(1);

    private Studio(Workspace workspace, StudioServer server, StudioOptions options) {
        this.workspace = workspace;
        this.server = server;
        this.options = options;
        this.watch = ProjectWatch.of(workspace);
    }

    /**
     * Starts a studio; it owns the workspace from here on.
     *
     * @throws DecantException DCT-704 when the port is taken
     */
    public static Studio start(Workspace workspace, StudioOptions options) {
        Routes routes = new Routes();
        MetaEndpoints.register(routes, workspace, options.version());
        SchemaEndpoints.register(routes, workspace);
        RowEndpoints.register(routes, workspace);
        CountEndpoints.register(routes, workspace);
        CellEndpoints.register(routes, workspace);
        ReferenceEndpoints.register(routes, workspace);
        EditEndpoints.register(routes, workspace);
        ScriptEndpoints.register(routes, workspace, RunSettings.USUAL.clock());
        SavedEndpoints.register(routes, workspace);
        ExportEndpoints.register(routes, workspace);
        ImportEndpoints.register(routes, workspace);
        SqlEndpoints.register(routes, workspace);
        registerMigrations(routes, workspace, options);
        return new Studio(workspace, StudioServer.start(options.port(), routes), options);
    }

    /** What is about the schema and its migrations, and about the database as a whole. */
    private static void registerMigrations(Routes routes, Workspace workspace, StudioOptions options) {
        Runs runs = new Runs(workspace.events());
        RunSettings settings = RunSettings.USUAL.withToolVersion(options.version());
        Benches benches = new Benches(workspace);
        ChangesEndpoints.register(routes, workspace, runs, benches, settings);
        TimelineEndpoints.register(routes, workspace, runs, benches, settings);
        OverviewEndpoints.register(routes, workspace, benches);
        HealthEndpoints.register(routes, workspace);
    }

    /** The link that lets one browser in. */
    public URI link() {
        return server.link();
    }

    /** Whether the page was built into this Decant. */
    public boolean hasPage() {
        return server.hasPage();
    }

    /** Waits until the studio is closed, or until nobody has asked for anything for too long; says which. */
    public End await() throws InterruptedException {
        long look = options.idle().isZero()
                ? LOOK.toMillis()
                : Math.min(LOOK.toMillis(), options.idle().toMillis());
        while (!ended.await(look, TimeUnit.MILLISECONDS)) {
            if (!options.idle().isZero() && server.idle().compareTo(options.idle()) > 0) {
                return End.IDLE;
            }
        }
        return End.CLOSED;
    }

    /** Ends what runs, closes all connections and the port. */
    @Override
    public void close() {
        ended.countDown();
        watch.close();
        // First what runs in databases: a thread that is ended while it waits for one would leave its statement behind.
        workspace.close();
        server.close();
    }
}
