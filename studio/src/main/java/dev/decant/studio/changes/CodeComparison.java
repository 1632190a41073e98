package dev.decant.studio.changes;

import dev.decant.config.Configuration;
import dev.decant.config.Environment;
import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.workflow.Answers;
import dev.decant.workflow.DataAnswer;
import dev.decant.workflow.DataReview;
import dev.decant.workflow.Diff;
import dev.decant.workflow.Difference;
import dev.decant.workflow.Side;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The schema in the code against one database, with what somebody has answered meanwhile; remembers what it found last. */
final class CodeComparison {
    private final Configuration configuration;
    private final AnswerBook answers = new AnswerBook();
    private volatile @Nullable Difference last;

    CodeComparison(Configuration configuration) {
        this.configuration = configuration;
    }

    /** What was decided for the call. */
    Configuration configuration() {
        return configuration;
    }

    /** The database. */
    Environment environment() {
        return configuration.environment();
    }

    /** What was answered. */
    AnswerBook book() {
        return answers;
    }

    /** The same as what a call decides, without a word for other programs. */
    Answers decisions() {
        return answers.answers(List.of());
    }

    /**
     * What turns the database into what the code says, looked up now.
     *
     * @throws dev.decant.diff.UndecidedException when a question stays open
     */
    Difference now() {
        Difference found = new Diff(configuration, scope(), text -> {})
                .run(new Side.Live(environment()), new Side.Code(), Optional.of(false), decisions());
        last = found;
        return found;
    }

    /** What was found when it was looked up last. */
    Difference last() {
        Difference known = last;
        return known == null ? now() : known;
    }

    /** What the rows mean for what was found last. */
    List<DataAnswer> data(Target target) {
        return DataReview.of(last(), target);
    }

    /** What of the database is looked at. */
    Scope scope() {
        return Scope.of(configuration.filters());
    }
}
