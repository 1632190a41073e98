package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.config.Configuration;
import dev.decant.database.Target;
import dev.decant.workflow.Project;
import dev.decant.workflow.Restore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decant restore}: the database as a backup has it. */
@Command(
        name = "restore",
        description = "Puts what a backup holds in the place of what is in the database.",
        footer = {"", "Examples:", "  decant restore .decant/backups/app-20261122-161730.dump --accept-data-loss"})
final class RestoreVerb implements Callable<Integer> {
    private final Call call;

    @Parameters(paramLabel = "FILE", description = "The backup, as decant backup wrote it.")
    private Path file = Path.of("");

    @Option(
            names = "--accept-data-loss",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "ENV",
            description = "What is in the database may be lost; where the environment is protected, with its name.")
    private Optional<String> approval = Optional.empty();

    RestoreVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Configuration configuration = call.configuration();
        Project project = new Project(configuration);
        Path place = call.terminal().surroundings().workingDirectory().resolve(file);
        try (Target target = project.target(call.output()::progress);
                Interruption interruption = Interruption.of(target, call);
                LiveLine live = new LiveLine(call.output())) {
            new Restore(target, configuration.environment()).run(place, approval, live::show);
            live.clear();
            call.output()
                    .document(Json.object().put("restored", place.toString()).build());
            call.output()
                    .line(target.display() + " is as it was in "
                            + call.terminal().shown(place.toString()));
        }
        return ExitCode.DONE;
    }
}
