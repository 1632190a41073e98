package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.workflow.Init;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code decant init}: a project begins. */
@Command(
        name = "init",
        description = "Writes decant.toml, a first schema class, and what git is to ignore.",
        footer = {
            "",
            "Examples:",
            "  decant init",
            "  decant init --dialect sqlite --schema src/main/java/com/acme/db/schema"
        })
final class InitVerb implements Callable<Integer> {
    private final Call call;

    @Option(names = "--dialect", paramLabel = "ID", description = "The dialect: postgresql (the default) or sqlite.")
    private Optional<String> dialect = Optional.empty();

    @Option(names = "--schema", paramLabel = "FOLDER", description = "The folder for the schema's classes.")
    private Optional<String> schema = Optional.empty();

    InitVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Path folder = call.terminal().surroundings().workingDirectory();
        Init init = new Init(folder);
        String chosen = dialect.orElseGet(() -> answer("Which database, postgresql or sqlite?", "postgresql"));
        String place = schema.orElseGet(() -> answer("In which folder will the schema's classes be?", init.proposal()));
        print(folder, init.run(chosen, place));
        return ExitCode.DONE;
    }

    private String answer(String question, String usual) {
        return call.canAsk()
                ? call.terminal()
                        .ask(question + " [" + usual + "] ")
                        .filter(text -> !text.isEmpty())
                        .orElse(usual)
                : usual;
    }

    private void print(Path folder, List<Init.Written> files) {
        Output output = call.output();
        for (Init.Written file : files) {
            String sign = file.added() ? "~ " : "+ ";
            output.line(output.ink().green(sign) + folder.relativize(file.path()));
        }
        output.note("");
        output.note("Next: write your tables beside the first one, then: decant generate, decant migrate");
        output.document(Json.object()
                .put(
                        "files",
                        Json.texts(files.stream()
                                .map(file -> folder.relativize(file.path()).toString())
                                .toList()))
                .build());
    }
}
