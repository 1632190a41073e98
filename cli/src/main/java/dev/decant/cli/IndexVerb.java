package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.journal.JournalIndex;
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

    @Override
    public Integer call() {
        Path file = JournalIndex.write(new Project(call.configuration(folder::addTo)).existingJournal());
        call.output().document(Json.object().put("file", file.toString()).build());
        call.output().line(call.terminal().shown(file.toString()));
        return ExitCode.DONE;
    }
}
