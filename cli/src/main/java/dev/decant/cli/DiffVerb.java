package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.config.Configuration;
import dev.decant.database.Scope;
import dev.decant.diff.ObviousAnswers;
import dev.decant.diff.Questions;
import dev.decant.failure.Counted;
import dev.decant.plan.Plan;
import dev.decant.workflow.Answers;
import dev.decant.workflow.Diff;
import dev.decant.workflow.Difference;
import dev.decant.workflow.SideReader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decant diff}: what turns one schema into another. */
@Command(
        name = "diff",
        description =
                "Tells what turns one schema into another: code, migrations, a database, a file, in any combination."
                        + " Changes nothing.",
        footer = {
            "",
            "FROM and TO are each one of:",
            "  code, migrations      those of the project",
            "  migration:NAME        the state after one of the migrations",
            "  database, env:NAME    a database of the configuration",
            "  postgres://...        a database at a URL",
            "  schema.sql            a file of SQL",
            "  FOLDER                Java source of a schema, or migrations",
            "  empty                 nothing at all",
            "",
            "Examples:",
            "  decant diff",
            "  decant diff migrations env:production",
            "  decant diff postgres://me@old/shop postgres://me@new/shop --sql > change.sql"
        })
final class DiffVerb implements Callable<Integer> {
    private final Call call;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FROM",
            defaultValue = "database",
            description = "What is there; the database unless you say otherwise.")
    private String from = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TO",
            defaultValue = "code",
            description = "What is wanted; the code unless you say otherwise.")
    private String to = "";

    @Option(
            names = "--sql",
            description = "Print the SQL that turns FROM into TO, for psql; exit with 0 when it is printed.")
    private boolean sql;

    @Option(
            names = "--prove",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Try whether the plan works, in a scratch place beside the database, unless --no-prove is given.")
    private boolean prove = true;

    @Mixin
    private final AnswerOptions answers = new AnswerOptions();

    @Mixin
    private final DialectOption dialect = new DialectOption();

    @Mixin
    private final SchemaOption schema = new SchemaOption();

    @Mixin
    private final FolderOption folder = new FolderOption();

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    DiffVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Configuration configuration =
                call.configuration(flags -> filter.addTo(folder.addTo(schema.addTo(dialect.addTo(flags)))));
        SideReader sides =
                new SideReader(configuration, call.terminal().surroundings().workingDirectory());
        ObviousAnswers obvious = new ObviousAnswers();
        Difference difference = new Diff(configuration, Scope.of(configuration.filters()), call.output()::progress)
                .proving(prove)
                .run(sides.read(from), sides.read(to), answers(obvious))
                .remarking(obvious.notes());
        print(difference);
        return difference.isEmpty() || sql ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private Answers answers(ObviousAnswers obvious) {
        if (call.options().yes()) {
            return answers.answersOneWay(obvious);
        }
        Questions person = call.canAsk()
                ? new TerminalQuestions(call.terminal(), call.output().errorInk())
                : Questions.NOBODY;
        return answers.answersOneWay(person);
    }

    private void print(Difference difference) {
        Output output = call.output();
        if (output.isJson()) {
            output.document(Json.object()
                    .put("different", !difference.isEmpty())
                    .put("plan", PlanJson.of(difference.plan()))
                    .putUnlessEmpty("remarks", Json.texts(difference.remarks()))
                    .build());
        } else if (sql) {
            output.text(difference.script(difference.remarks()));
        } else {
            printForPeople(difference);
        }
    }

    private void printForPeople(Difference difference) {
        Output output = call.output();
        new PlanText(output.ink(), output.isVerbose()).lines(difference.plan()).forEach(output::line);
        difference.remarks().forEach(note -> output.line(output.ink().yellow("? " + note)));
        if (difference.isEmpty()) {
            output.note("No difference.");
        } else {
            output.note("\n" + Counted.of(told(difference.plan()), "change")
                    + "; see the statements with --verbose, or print them with --sql");
        }
    }

    /** How many changes there are to read of; what goes with something else is not told by itself. */
    private static int told(Plan plan) {
        return (int) plan.statements()
                .flatMap(statement -> statement.serves().stream())
                .distinct()
                .count();
    }
}
