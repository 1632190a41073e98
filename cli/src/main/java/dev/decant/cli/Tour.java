package dev.decant.cli;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.config.Surroundings;
import dev.decant.database.Target;
import dev.decant.failure.Failure;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.workflow.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps of the quick start: each is printed as it would be typed, and is what it prints. */
final class Tour {
    /** What a verb may know of the user's surroundings; no address and no password of another database is among it. */
    private static final Set<String> HARMLESS =
            Set.of("PATH", "HOME", "TERM", "NO_COLOR", "LANG", "USER", "TMPDIR", "JAVA_HOME");

    private static final Path EDITED = Path.of("src/main/java/org/omi/odr/db/schema/Teams.java");
    private static final String COLUMN = "    public final Column<String> homepage = varchar();\n";

    private final Call call;
    private final Output output;
    private final Path folder;
    private final List<Json.Fields> steps = new ArrayList<>();

    Tour(Call call, Path folder) {
        this.call = call;
        this.output = call.output();
        this.folder = folder;
    }

    int run() {
        output.line("The schema of the Open Data Repository as Java, and its migrations, are now in");
        output.line(folder.toString());
        Project project = project();
        try (Target held = project.target(project.journal(), output::progress)) {
            return steps() ? end() : ExitCode.FAILED;
        }
    }

    private boolean steps() {
        return typed("migrate", "Its migrations make the database:")
                && typed("status", "Which ran, when, and how long that took:")
                && edit()
                && typed("generate", "Decant writes the migration, without looking at a database:")
                && show()
                && typed("migrate", "The database follows:")
                && typed(
                        "rollback --accept-data-loss",
                        "And back; values in the new column would be lost, which has to be said:")
                && typed("status --exit-zero", "The new migration is pending again:");
    }

    /** Shows what was written. */
    private boolean show() {
        Journal journal = project().journal();
        Migration newest = journal.migrations().getLast();
        output.line("\n" + output.ink().bold("$ cat migrations/" + newest.id() + "/up.sql"));
        output.line(newest.up().text().stripTrailing());
        return true;
    }

    private Project project() {
        return new Project(
                Call.at(at(call.terminal().out(), call.terminal().err())).configuration());
    }

    private boolean typed(String line, String comment) {
        output.line("\n" + output.ink().faint("# " + comment));
        output.line(output.ink().bold("$ decant " + line));
        call.terminal().flush();
        StringWriter captured = new StringWriter();
        PrintWriter writer = new PrintWriter(captured);
        Terminal terminal = output.isJson()
                ? at(writer, writer)
                : at(call.terminal().out(), call.terminal().err());
        int code = Main.run(terminal, line.split(" ", -1));
        steps.add(Json.object()
                .put("command", "decant " + line)
                .put("output", captured.toString())
                .put("exit", code)
                .build());
        return code == ExitCode.DONE || end(code);
    }

    private boolean end(int code) {
        output.document(document().put("exit", code).build());
        return false;
    }

    private FieldsBuilder document() {
        return Json.object().put("folder", folder.toString()).put("steps", Json.list(steps));
    }

    /** Adds a column behind the last one. */
    private boolean edit() {
        Path file = folder.resolve(EDITED);
        try {
            String before = Files.readString(file);
            int last = before.indexOf("\n", before.lastIndexOf("public final Column<")) + 1;
            Files.writeString(file, before.substring(0, last) + COLUMN + before.substring(last));
        } catch (IOException e) {
            throw Failure.of("DCT-122", "cannot be edited (" + e.getMessage() + ")")
                    .at(file.toString())
                    .next("name another folder: decant quickstart FOLDER")
                    .exception(e);
        }
        output.line("\n" + output.ink().faint("# One line more in " + EDITED + ":"));
        output.line(output.ink().green("+" + COLUMN.stripTrailing()));
        return true;
    }

    private int end() {
        output.line("\n" + output.ink().bold("Where to go next"));
        output.line("  cd " + folder);
        output.line("  " + System.getProperty("decant.command", "decant") + " help      the verbs; each has --help");
        output.line("  change a class in " + EDITED.getParent() + ", then: generate, migrate, rollback");
        output.line("  in a project of your own: init");
        output.line("The database is kept in " + folder.resolve(".decant") + "; it goes with the folder.");
        output.document(document().put("exit", ExitCode.DONE).build());
        return ExitCode.DONE;
    }

    private Terminal at(PrintWriter out, PrintWriter err) {
        Terminal outer = call.terminal();
        Map<String, String> variables = outer.surroundings().variables().entrySet().stream()
                .filter(variable -> HARMLESS.contains(variable.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Terminal(
                outer.in(),
                out,
                err,
                false,
                outer.outputIsSeen() && !output.isJson(),
                outer.errorsAreSeen() && !output.isJson(),
                new Surroundings(variables, folder));
    }
}
