package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.config.Configuration;
import dev.decant.config.Flags;
import dev.decant.failure.Counted;
import dev.decant.failure.DecantException;
import dev.decant.studio.Studio;
import dev.decant.studio.StudioOptions;
import dev.decant.studio.connection.Audit;
import dev.decant.studio.connection.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decant studio}: the database and its changes in the browser. */
@Command(
        name = "studio",
        description = "Opens the database and the changes of its schema in the browser; ends with Ctrl+C.",
        footer = {"", "Examples:", "  decant studio", "  decant studio --env production --read-only"})
final class StudioVerb implements Callable<Integer> {
    private final Call call;

    @Option(names = "--port", paramLabel = "PORT", description = "The port, in place of any that is free.")
    private int port;

    @Option(names = "--no-browser", description = "Print the link, and open no browser.")
    private boolean noBrowser;

    @Option(names = "--read-only", description = "Write to no database, whatever is asked for.")
    private boolean readOnly;

    @Option(
            names = "--idle",
            paramLabel = "MINUTES",
            defaultValue = "60",
            description = "End when no page was open for so long; 0 for never. 60 without this.")
    private long idle;

    @Mixin
    private final DialectOption dialect = new DialectOption();

    @Mixin
    private final SchemaOption schema = new SchemaOption();

    @Mixin
    private final FolderOption folder = new FolderOption();

    StudioVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() throws InterruptedException {
        Workspace workspace = workspace();
        Studio studio = start(workspace);
        // With Ctrl+C this is what happens; otherwise there is nothing left to close.
        Runtime.getRuntime().addShutdownHook(new Thread(studio::close, "end of the studio"));
        try (studio) {
            tell(studio);
            if (studio.await() == Studio.End.IDLE) {
                call.output().note("Nobody looked for " + Counted.of(idle, "minute") + "; the studio has ended.");
            }
        }
        return ExitCode.DONE;
    }

    private Studio start(Workspace workspace) {
        try {
            return Studio.start(
                    workspace, new StudioOptions(port, readOnly, Duration.ofMinutes(idle), Main.Version.number()));
        } catch (DecantException e) {
            workspace.close();
            throw e;
        }
    }

    private void tell(Studio studio) {
        String link = studio.link().toString();
        call.output().document(Json.object().put("link", link).build());
        call.output().line("Decant Studio: " + link);
        call.terminal().flush();
        if (!studio.hasPage()) {
            call.output().note("This Decant was packed without the studio's page; only programs can use it.");
        } else if (!noBrowser && !call.output().isJson()) {
            boolean opened = Browser.open(studio.link());
            call.output().note(opened ? "It was opened in the browser." : "Open it in a browser; it opens once.");
        }
        call.output().note("Ctrl+C ends it.");
        call.terminal().flush();
    }

    private Workspace workspace() {
        Configuration start = call.configuration(this::addTo);
        start.environment(); // what is wrong with it is told here, not in the browser
        Path log = start.root().resolve(".decant").resolve("studio.log");
        return new Workspace(start, this::configuration, readOnly, new Audit(new AuditFile(log)::add));
    }

    /** What is given of the database with the call is meant for the environment that the call is about. */
    private Configuration configuration(Optional<String> environment) {
        Flags given = addTo(call.options().flags());
        Flags flags = new Flags(
                given.config(),
                environment,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                given.dialect(),
                given.schema(),
                given.out(),
                given.filters());
        return Configuration.read(flags, call.terminal().surroundings());
    }

    private Flags addTo(Flags flags) {
        return folder.addTo(schema.addTo(dialect.addTo(flags)));
    }
}
