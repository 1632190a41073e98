package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.config.Configuration;
import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.emit.JavaChange;
import dev.decant.failure.Failure;
import dev.decant.journal.Migration;
import dev.decant.workflow.Project;
import dev.decant.workflow.Pull;
import dev.decant.workflow.PullOptions;
import dev.decant.workflow.Pulled;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decant pull}: a database as Java. */
@Command(
        name = "pull",
        description =
                "Writes what a database has as Java classes, or changes those that are there; writes a first migration"
                        + " where there is none. Changes nothing in the database.",
        footer = {
            "",
            "Examples:",
            "  decant pull",
            "  decant pull --dry-run",
            "  decant pull --url postgres://me@host/shop --schema src/main/java/com/acme/db/schema"
        })
final class PullVerb implements Callable<Integer> {
    private final Call call;

    @Option(names = "--dry-run", description = "Say what would be written, and write nothing.")
    private boolean dryRun;

    @Option(names = "--delete", description = "Remove the classes of tables and enums that the database does not have.")
    private boolean delete;

    @Mixin
    private final DialectOption dialect = new DialectOption();

    @Mixin
    private final SchemaOption schema = new SchemaOption();

    @Mixin
    private final FolderOption folder = new FolderOption();

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    PullVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Configuration configuration =
                call.configuration(flags -> filter.addTo(folder.addTo(schema.addTo(dialect.addTo(flags)))));
        Pull pull = new Pull(configuration, Clock.systemUTC());
        try (Target target = new Project(configuration).target(call.output()::progress)) {
            Pulled pulled =
                    pull.run(target, Scope.of(configuration.filters()), new PullOptions(dryRun, this::mayDelete));
            print(pulled);
            return pulled.isComplete() ? ExitCode.DONE : ExitCode.FINDINGS;
        }
    }

    private boolean mayDelete(List<JavaChange> files) {
        if (delete || dryRun || !call.canAsk()) {
            return delete;
        }
        String names = String.join(", ", files.stream().map(JavaChange::path).toList());
        return call.terminal()
                .ask("The database does not have what " + names + " declare. Remove the files? [y/N] ")
                .filter(answer -> answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes"))
                .isPresent();
    }

    private void print(Pulled pulled) {
        Output output = call.output();
        if (output.isJson()) {
            output.document(json(pulled));
            return;
        }
        pulled.files().forEach(file -> output.line(line(file, output.ink())));
        pulled.kept()
                .forEach(file -> output.line(output.ink().yellow("! ") + file.path()
                        + ": the database does not have it; remove it with --delete"));
        pulled.byHand().forEach(failure -> output.line(output.ink().yellow("! ") + words(failure)));
        pulled.leftOut().forEach(sentence -> output.line(output.ink().yellow("! ") + sentence));
        pulled.remarks().forEach(remark -> output.line(output.ink().yellow("? " + remark)));
        pulled.baseline().ifPresent(migration -> output.line(output.ink().green("+ ") + "migration " + migration.id()));
        output.note(next(pulled));
    }

    private static String line(JavaChange file, Ink ink) {
        String sign = file.isRemoval() ? ink.red("- ") : ink.green(file.isNew() ? "+ " : "~ ");
        return sign + file.path();
    }

    private static String words(Failure failure) {
        return failure.where().map(where -> where + ": ").orElse("")
                + failure.what()
                + failure.next().map(next -> "; " + next).orElse("");
    }

    private String next(Pulled pulled) {
        if (dryRun) {
            return "\nNothing was written.";
        }
        if (pulled.baseline().isPresent()) {
            return "\nNext: tell the database that this migration is what it has: decant baseline";
        }
        if (!pulled.files().isEmpty() || !pulled.isComplete()) {
            return "";
        }
        return pulled.empty()
                ? "Nothing to do: the database has nothing of what is looked at."
                : "Nothing to do: the code says what the database has.";
    }

    private Json json(Pulled pulled) {
        return Json.object()
                .put("written", !dryRun)
                .put("files", Json.list(pulled.files(), PullVerb::json))
                .put(
                        "kept",
                        Json.texts(pulled.kept().stream().map(JavaChange::path).toList()))
                .put(
                        "byHand",
                        Json.texts(pulled.byHand().stream().map(PullVerb::words).toList()))
                .putUnlessEmpty("leftOut", Json.texts(pulled.leftOut()))
                .putUnlessEmpty("remarks", Json.texts(pulled.remarks()))
                .putUnlessEmpty(
                        "migrations",
                        Json.texts(pulled.baseline().map(Migration::id).stream().toList()))
                .build();
    }

    private static Json json(JavaChange file) {
        return Json.object()
                .put("path", file.path())
                .put("change", file.isRemoval() ? "removed" : file.isNew() ? "added" : "edited")
                .build();
    }
}
