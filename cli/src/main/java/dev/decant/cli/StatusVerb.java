package dev.decant.cli;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.config.Configuration;
import dev.decant.database.Graveyard;
import dev.decant.database.Target;
import dev.decant.failure.Counted;
import dev.decant.failure.Failure;
import dev.decant.history.HistoryEntry;
import dev.decant.history.Remark;
import dev.decant.journal.Journal;
import dev.decant.run.Comparison;
import dev.decant.run.Repeated;
import dev.decant.run.Standing;
import dev.decant.workflow.Project;
import dev.decant.workflow.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decant status}: how the migrations stand in the database. */
@Command(
        name = "status",
        description = "Shows which migrations ran in the database and which did not; exit code 3 unless all did.",
        footer = {"", "Examples:", "  decant status", "  decant status --env production --exit-zero"})
final class StatusVerb implements Callable<Integer> {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Call call;

    @Option(names = "--exit-zero", description = "Exit code 0 whatever is found.")
    private boolean exitZero;

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final FolderOption folder = new FolderOption();

    StatusVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Configuration configuration = call.configuration(folder::addTo);
        Project project = new Project(configuration);
        Journal journal = project.journal();
        try (Target target = project.target(call.output()::progress)) {
            Status status = new Status(journal, target, scripts.addTo(Run.settings(), configuration));
            Comparison comparison = status.run();
            print(comparison, status.kept(), target.display());
            sayWhereNoFolderIs(journal.folder(), comparison);
            boolean done = comparison.standings().stream().allMatch(each -> each.state() == Standing.State.APPLIED)
                    && comparison.repeatables().stream().allMatch(each -> each.state() == Repeated.State.UNCHANGED);
            return done || exitZero ? ExitCode.DONE : ExitCode.FINDINGS;
        }
    }

    /** Nothing is known of what has not ended, or did not run here. */
    private static String took(HistoryEntry entry) {
        return entry.duration().isZero() ? "-" : Spans.of(entry.duration());
    }

    /** Else all that ran here would look as if a newer version of the project had done it. */
    private void sayWhereNoFolderIs(Path folder, Comparison comparison) {
        if (!Files.exists(folder) && !comparison.standings().isEmpty()) {
            call.output()
                    .error("There is no folder of migrations at " + folder
                            + "; this is what the history alone says. Name the folder with --out");
        }
    }

    private void print(Comparison comparison, List<Graveyard.Kept> kept, String database) {
        Output output = call.output();
        output.document(Json.object()
                .put("database", database)
                .put("migrations", Json.list(comparison.standings(), StatusVerb::json))
                .putUnlessEmpty("repeatables", RepeatedText.json(comparison.repeatables()))
                .putUnlessEmpty("remarks", Json.list(comparison.remarks(), StatusVerb::json))
                .putUnlessEmpty("kept", KeptText.json(kept))
                .build());
        output.note(database);
        if (comparison.standings().isEmpty() && comparison.repeatables().isEmpty()) {
            output.line("There are no migrations yet; write the first one with: decant generate");
            return;
        }
        table(comparison.standings(), output.ink()).lines(output.ink()).forEach(output::line);
        RepeatedText.lines(comparison.repeatables(), output.ink()).forEach(output::line);
        KeptText.lines(kept, output.ink()).forEach(output::line);
        for (Failure finding : comparison.findings()) {
            output.line(output.ink().yellow("! " + call.terminal().shown(finding.message())));
        }
        if (output.isVerbose()) {
            comparison.remarks().forEach(remark -> output.line(output.ink().faint(line(remark))));
        }
        sum(comparison, output);
    }

    private static String line(Remark remark) {
        return TIME.format(remark.at().atZone(ZoneId.systemDefault())) + " " + remark.migration() + ": "
                + remark.kind().words() + " by " + remark.by() + ": " + remark.text();
    }

    private static void sum(Comparison comparison, Output output) {
        int pending =
                comparison.pending().size() + comparison.pendingRepeatables().size();
        output.note(
                pending == 0
                        ? "Nothing is pending."
                        : new Counted("is pending; run it", "are pending; run them").behind(pending)
                                + " with: decant migrate" + (isLate(comparison) ? " --out-of-order" : ""));
    }

    private static boolean isLate(Comparison comparison) {
        return comparison.pending().stream().anyMatch(standing -> standing.state() == Standing.State.OUT_OF_ORDER);
    }

    private static TextTable table(List<Standing> standings, Ink ink) {
        TextTable table = new TextTable("ID", "TITLE", "STATE", "WHEN", "TOOK");
        for (Standing standing : standings) {
            table.add(
                    paint(standing.state(), ink),
                    standing.id(),
                    standing.title(),
                    words(standing.state()),
                    standing.entry().map(StatusVerb::when).orElse("-"),
                    standing.entry().map(StatusVerb::took).orElse("-"));
        }
        return table;
    }

    private static String when(HistoryEntry entry) {
        return TIME.format(entry.at().atZone(ZoneId.systemDefault()));
    }

    private static UnaryOperator<String> paint(Standing.State state, Ink ink) {
        return switch (state) {
            case APPLIED -> UnaryOperator.identity();
            case PENDING, OUT_OF_ORDER, PARTIAL, PARTLY_BACK, UNKNOWN -> ink::yellow;
            case FAILED, EDITED, MISSING, SKIPPED -> ink::red;
        };
    }

    private static String words(Standing.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Json.Fields json(Remark remark) {
        return Json.object()
                .put("migration", remark.migration())
                .put("kind", remark.kind().words())
                .put("at", remark.at().toString())
                .put("by", remark.by())
                .put("text", remark.text())
                .build();
    }

    private static Json.Fields json(Standing standing) {
        FieldsBuilder fields = Json.object()
                .put("id", standing.id())
                .put("title", standing.title())
                .put("state", words(standing.state()));
        standing.entry()
                .ifPresent(entry -> fields.put("at", entry.at().toString())
                        .put("by", entry.by())
                        .put("millis", entry.duration().toMillis()));
        standing.finding()
                .ifPresent(finding -> fields.put("code", finding.code()).put("finding", finding.message()));
        return fields.build();
    }
}
