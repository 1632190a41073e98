package dev.decant.studio.changes;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.config.Configuration;
import dev.decant.config.SchemaLocation;
import dev.decant.diff.UndecidedException;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.plan.Plan;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.http.FailureJson;
import dev.decant.studio.run.Approval;
import dev.decant.workflow.Difference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the page of changes is told: the changes with all that is known of them, or what keeps them from being known. */
final class ChangesReport {
    private final CodeComparison comparison;
    private final StudioEnvironment environment;

    /** A report of what a comparison finds. */
    ChangesReport(CodeComparison comparison) {
        this.comparison = comparison;
        this.environment = comparison.environment();
    }

    /** The report of now. */
    Json.Fields now() {
        long start = System.nanoTime();
        FieldsBuilder report = head();
        try {
            Difference difference = comparison.now();
            report.put("state", difference.isEmpty() ? "in_sync" : "different");
            tell(report, difference);
        } catch (UndecidedException open) {
            report.put("state", "undecided").put("questions", QuestionJson.of(open.questions()));
            tell(report, comparison.undisputed());
        } catch (DecantException broken) {
            report.put("state", "broken").put("problems", problems(broken.failures()));
            comparison.before().ifPresent(difference -> tell(report, difference));
        }
        return report.put("answers", comparison.book().json())
                .put("milliseconds", (System.nanoTime() - start) / 1_000_000)
                .build();
    }

    private FieldsBuilder head() {
        Json none = Json.list(List.of());
        Json noSql = Json.object().put("statements", none).put("script", "").build();
        return Json.object()
                .put("environment", environment.name())
                .put("database", known(() -> environment.settings().url().display()))
                .put("source", known(() -> source(environment.configuration())))
                .put("changes", none)
                .put("things", Json.object().build())
                .put("up", noSql)
                .put("down", noSql)
                .put("questions", none)
                .put("problems", none)
                .put("remarks", none)
                .put("breaking", none)
                .put("waiting", none)
                .put("push", push());
    }

    private Json.Fields push() {
        FieldsBuilder push = Json.object()
                .put("approval", known(() -> Approval.word(environment.settings())))
                .put("allowed", refusal().isEmpty());
        refusal().ifPresent(reason -> push.put("reason", reason));
        return push.build();
    }

    private Optional<String> refusal() {
        return environment.access().isProtected()
                ? Optional.of("This database is protected: only migrations change it.")
                : environment.access().refusal().map(reason -> "Nothing is written here: " + reason + ".");
    }

    /** What the configuration does not say is told by the comparison, which needs it too. */
    private static String known(Supplier<String> text) {
        try {
            return text.get();
        } catch (DecantException missing) {
            return "";
        }
    }

    /** Where the code's schema is, as it is called from the project's folder. */
    private static String source(Configuration configuration) {
        return switch (configuration.schema()) {
            case SchemaLocation.Folder(var path) -> within(configuration.root(), path);
            case SchemaLocation.ClassPackage(var name) -> name;
            case SchemaLocation.SqlFile(var path) -> within(configuration.root(), path);
        };
    }

    private static String within(Path root, Path path) {
        return (path.startsWith(root) ? root.relativize(path) : path).toString();
    }

    private void tell(FieldsBuilder report, Difference difference) {
        Plan down = difference.back(comparison.decisions());
        ChangeList list = new ChangeList(difference);
        report.put("changes", list.choosable(difference.before()))
                .put("things", list.things())
                .put("up", list.sql(difference.plan()))
                .put("down", list.sql(down))
                .put("remarks", Json.texts(difference.remarks()))
                .put("breaking", list.breaking())
                .put("waiting", waiting(difference));
    }

    private static Json.Items waiting(Difference difference) {
        return Json.list(
                difference.waiting(), change -> ChangeList.brief(change).build());
    }

    private static Json.Items problems(List<Failure> failures) {
        return Json.list(failures, FailureJson::of);
    }
}
