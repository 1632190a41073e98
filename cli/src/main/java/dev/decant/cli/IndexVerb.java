package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.workflow.Index;
import dev.decant.workflow.Project;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code decant index}: the list of migrations that an application carries with it. */
@Command(
        name = "index",
        description =
                "Writes index.txt into the folder of migrations, from which an application on the class path reads them.",
        footer = {"", "Examples:", "  decant index", "  decant index --out target/classes/migrations"})
final class IndexVerb implements Callable<Integer> {
    private final Call call;

    @Mixin
    private final FolderOption folder = new FolderOption();

    IndexVerb(Call call) {
        this.call = call;
    }

    private Path index() {
        Project project = new Project(call.configuration(folder::addTo));
        return new Index(project.existingJournal(), project.migrationCode()).run();
    }

    @Override
    public Integer call() {
        Path file = index();
        call.output().document(Json.object().put("file", file.toString()).build());
        call.output().line(call.terminal().shown(file.toString()));
        return ExitCode.DONE;
    }
}
