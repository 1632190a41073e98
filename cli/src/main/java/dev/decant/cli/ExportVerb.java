package dev.decant.cli;

import dev.decant.failure.Counted;
import dev.decant.failure.Failure;
import dev.decant.plan.Plan;
import dev.decant.workflow.Export;
import dev.decant.workflow.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decant export}: the schema as SQL. */
@Command(
        name = "export",
        description =
                "Prints the SQL that makes the whole schema of the code in an empty database. Opens no database, unless the schema is written in SQL.",
        footer = {"", "Examples:", "  decant export", "  decant export --out schema.sql"})
final class ExportVerb implements Callable<Integer> {
    private final Call call;

    @Option(names = "--out", paramLabel = "FILE", description = "Write into a file.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private final DialectOption dialect = new DialectOption();

    @Mixin
    private final SchemaOption schema = new SchemaOption();

    ExportVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Project project = new Project(call.configuration(flags -> schema.addTo(dialect.addTo(flags))));
        Plan plan = new Export(project.dialect()).plan(project.code(call.output()::progress));
        String sql = Export.sql(plan);
        file.ifPresent(path -> write(path, sql));
        Output output = call.output();
        if (output.isJson()) {
            output.document(PlanJson.of(plan));
        } else if (file.isPresent()) {
            output.note(file.get() + ": " + Counted.of(plan.statements().count(), "statement"));
        } else {
            output.text(sql);
        }
        return ExitCode.DONE;
    }

    private void write(Path path, String sql) {
        try {
            Files.writeString(call.terminal().surroundings().workingDirectory().resolve(path), sql);
        } catch (IOException e) {
            throw Failure.of("DCT-119", "cannot be written (" + e.getMessage() + ")")
                    .at(path.toString())
                    .next("name another file")
                    .exception(e);
        }
    }
}
