package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.config.Configuration;
import dev.decant.database.Target;
import dev.decant.workflow.Backup;
import dev.decant.workflow.Project;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decant backup}: the database in a file. */
@Command(
        name = "backup",
        description = "Writes the whole database into a file, with the database's own means.",
        footer = {"", "Examples:", "  decant backup --env production", "  decant backup before-the-release.dump"})
final class BackupVerb implements Callable<Integer> {
    private final Call call;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Where to; into .decant/backups when it is not given.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--replace", description = "Replace FILE when it is there already.")
    private boolean replace;

    BackupVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Configuration configuration = call.configuration();
        Project project = new Project(configuration);
        Path folder = call.terminal().surroundings().workingDirectory();
        try (Target target = project.target(call.output()::progress);
                Interruption interruption = Interruption.of(target, call);
                LiveLine live = new LiveLine(call.output())) {
            Path written = new Backup(target, project.home(), Clock.systemUTC())
                    .run(file.map(folder::resolve), replace, live::show);
            live.clear();
            call.output().document(Json.object().put("file", written.toString()).build());
            call.output().line(call.terminal().shown(written.toString()));
        }
        return ExitCode.DONE;
    }
}
