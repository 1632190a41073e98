package dev.decant.studio.changes;

import dev.decant.database.Scope;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.workflow.Answers;
import dev.decant.workflow.Bench;
import dev.decant.workflow.DataAnswer;
import dev.decant.workflow.DataReview;
import dev.decant.workflow.Diff;
import dev.decant.workflow.Difference;
import dev.decant.workflow.Side;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The schema in the code against one database, with what somebody has answered meanwhile; remembers what it found last. */
final class CodeComparison {
    private final StudioEnvironment environment;
    private final Supplier<Bench> bench;
    private final AnswerBook answers = new AnswerBook();
    private volatile @Nullable Difference last;

    /**
     * Compares in an environment.
     *
     * @param bench where things may be tried out at the moment
     */
    CodeComparison(StudioEnvironment environment, Supplier<Bench> bench) {
        this.environment = environment;
        this.bench = bench;
    }

    /** The environment. */
    StudioEnvironment environment() {
        return environment;
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
        return remembered(diff().run(there(), new Side.Code(), decisions()));
    }

    /** What is to be done however the questions are answered that are open now. */
    Difference undisputed() {
        return remembered(diff().undisputed(there(), new Side.Code(), decisions()));
    }

    private Diff diff() {
        environment.target(); // an embedded server goes on between two comparisons only while somebody holds it
        return new Diff(environment.configuration(), scope(), text -> {}, bench.get());
    }

    private Side there() {
        return new Side.Live(environment.settings());
    }

    private Difference remembered(Difference found) {
        last = found;
        return found;
    }

    /** What was found when it could be looked up last, if ever. */
    Optional<Difference> before() {
        return Optional.ofNullable(last);
    }

    /** What was found when it was looked up last. */
    Difference last() {
        Difference known = last;
        return known == null ? now() : known;
    }

    /** What the rows mean for what was found last. */
    List<DataAnswer> data() {
        return DataReview.of(last(), environment.target());
    }

    /** What of the database is looked at. */
    Scope scope() {
        return Scope.of(environment.configuration().filters());
    }
}
