package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.database.Database;
import dev.decant.dialect.DataCheck;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import java.sql.Connection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rows of a database mean for a plan.
 *
 * @param losses what would be gone, with counts
 * @param misfits what would make the plan fail, with counts
 */
public record DataFindings(List<String> losses, List<String> misfits) {
    /** Copies the lists. */
    public DataFindings {
        losses = List.copyOf(losses);
        misfits = List.copyOf(misfits);
    }

    /** Asks a database. */
    static DataFindings of(Plan plan, Schema before, Database database, Connection connection) {
        DataReview review = new DataReview(database, connection, before);
        return of(
                plan,
                Stream.concat(review.answers(plan).stream(), review.answers(LiveAccess.givenBack(plan)).stream())
                        .toList());
    }

    private static DataFindings of(Plan plan, List<DataAnswer> answers) {
        Set<Change> counted = answers.stream()
                .filter(DataFindings::isAboutLoss)
                .filter(answer -> answer.outcome() instanceof DataAnswer.Outcome.Counted)
                .map(DataAnswer::change)
                .collect(Collectors.toSet());
        Set<String> losses = new LinkedHashSet<>(sentences(answers, DataFindings::isAboutLoss));
        plan.statements().flatMap(statement -> uncounted(statement, counted)).forEach(losses::add);
        return new DataFindings(List.copyOf(losses), sentences(answers, answer -> !isAboutLoss(answer)));
    }

    private static boolean isAboutLoss(DataAnswer answer) {
        return answer.check().kind() == DataCheck.Kind.LOSS;
    }

    private static List<String> sentences(List<DataAnswer> answers, Predicate<DataAnswer> which) {
        return answers.stream()
                .filter(which)
                .filter(DataAnswer::matters)
                .map(DataAnswer::sentence)
                .toList();
    }

    /** What a statement says would be lost and nobody could count. */
    private static Stream<String> uncounted(Statement statement, Set<Change> counted) {
        boolean open = statement.serves().isEmpty() || !counted.containsAll(statement.serves());
        return statement.hazards().stream()
                .filter(hazard -> open && hazard.kind() == Hazard.Kind.DATA_LOSS)
                .map(Hazard::message);
    }
}
