package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.config.Configuration;
import dev.decant.database.Target;
import dev.decant.diff.Questions;
import dev.decant.failure.Failure;
import dev.decant.workflow.Answers;
import dev.decant.workflow.Generate;
import dev.decant.workflow.Generated;
import dev.decant.workflow.NoteEditor;
import dev.decant.workflow.Project;
import dev.decant.workflow.Proof;
import dev.decant.workflow.RehearsedProof;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decant generate}: the next migration. */
@Command(
        name = "generate",
        description =
                "Writes a migration that brings the recorded state to what the schema's code says. Opens no database, unless it is asked to prove the migration.",
        footer = {
            "",
            "Examples:",
            "  decant generate \"add team slug\"",
            "  decant generate --custom \"backfill slugs\"",
            "  decant generate --java FillInSlugs",
            "  decant generate --rename 'column:public.users.mail=email' --note \"read email in place of mail\""
        })
final class GenerateVerb implements Callable<Integer> {
    private final Call call;

    @Parameters(
            arity = "0..1",
            paramLabel = "TITLE",
            description = "What the migration is for; told from the changes when left out.")
    private Optional<String> title = Optional.empty();

    @Option(names = "--custom", description = "Write an empty migration, for SQL of your own.")
    private boolean custom;

    @Option(
            names = "--java",
            paramLabel = "CLASS",
            description = "Write a migration with a class of this name, for what SQL cannot do with rows.")
    private Optional<String> java = Optional.empty();

    @Option(
            names = "--prove",
            description =
                    "Run the migration and its way back in a scratch database first, beside the one of the configuration.")
    private boolean prove;

    @Mixin
    private final AnswerOptions answers = new AnswerOptions();

    @Mixin
    private final DialectOption dialect = new DialectOption();

    @Mixin
    private final SchemaOption schema = new SchemaOption();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final FolderOption folder = new FolderOption();

    GenerateVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Configuration configuration = call.configuration(flags -> folder.addTo(schema.addTo(dialect.addTo(flags))));
        Project project = new Project(configuration);
        if (!prove) {
            print(generate(project, Proof.NONE));
            return ExitCode.DONE;
        }
        try (Target target = project.target(call.output()::progress)) {
            print(generate(project, new RehearsedProof(target, scripts.placeholders(configuration))));
            return ExitCode.DONE;
        }
    }

    private Generated generate(Project project, Proof proof) {
        Generate generate = new Generate(project.journal(), proof, Clock.systemUTC());
        Optional<String> name = title.filter(text -> !text.isBlank());
        if (java.isPresent()) {
            return generate.java(java.get(), name);
        }
        return custom
                ? generate.custom(name.orElseThrow(GenerateVerb::nameless))
                : generate.run(project.code(call.output()::progress), name, answers());
    }

    private Answers answers() {
        if (!call.canAsk()) {
            return answers.answers(Questions.NOBODY, NoteEditor.NOBODY);
        }
        TerminalQuestions person =
                new TerminalQuestions(call.terminal(), call.output().errorInk());
        return answers.answers(person, person);
    }

    private static UsageException nameless() {
        return new UsageException(Failure.of("DCT-120", "a migration of your own SQL needs a title")
                .next("decant generate --custom \"backfill slugs\""));
    }

    private void print(Generated generated) {
        Output output = call.output();
        Findings.print(generated.findings(), call);
        switch (generated) {
            case Generated.Nothing nothing -> {
                output.line("Nothing to do: the migrations lead to what the code says.");
                output.document(Json.object()
                        .put("written", false)
                        .put("findings", Findings.json(nothing.findings()))
                        .build());
            }
            case Generated.Written written -> print(written, output);
        }
    }

    private void print(Generated.Written written, Output output) {
        Path from = call.terminal().surroundings().workingDirectory();
        String shown = from.relativize(written.folder().toAbsolutePath()).toString();
        new PlanText(output.ink(), output.isVerbose()).lines(written.up()).forEach(output::line);
        output.line((written.up().isEmpty() ? "" : "\n") + output.ink().bold(shown));
        output.note(
                written.up().isEmpty()
                        ? "Write your "
                                + java.map(name -> "code into " + name + ".java")
                                        .orElse("SQL into up.sql and down.sql") + ", then: decant migrate"
                        : "Review up.sql and down.sql, then: decant migrate");
        output.document(Json.object()
                .put("written", true)
                .put("migration", written.migration().id())
                .put("title", written.migration().title())
                .put("folder", shown)
                .put("up", PlanJson.of(written.up()))
                .put("down", PlanJson.of(written.down()))
                .put("findings", Findings.json(written.findings()))
                .build());
    }
}
