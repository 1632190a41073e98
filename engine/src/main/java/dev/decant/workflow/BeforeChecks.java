package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.database.Target;
import dev.decant.dialect.DataCheck;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.journal.SqlFile;
import dev.decant.model.Schema;
import dev.decant.run.Comparison;
import dev.decant.run.Preflight;
import dev.decant.run.RunListener;
import dev.decant.run.RunSettings;
import dev.decant.run.Runner;
import dev.decant.run.Standing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of the verb {@code check}: whether the rows of a database fit the migrations that have not run there, as far as their
 * {@code before.sql} and what they change tell; changes nothing.
 */
public final class BeforeChecks {
    private final Journal journal;
    private final Target target;
    private final Preflight preflight;
    private final Runner runner;

    /** Asks a database what the migrations of a journal want to know before they run. */
    public BeforeChecks(Journal journal, Target target, RunSettings settings) {
        this.journal = journal;
        this.target = target;
        this.preflight = new Preflight(target.database(), target::connect, settings);
        this.runner = new Runner(target.database(), target::connect, settings, RunListener.SILENT);
    }

    /**
     * Rows that do not fit what a migration does, or a statement of it that the server does not know.
     *
     * @param migration the migration
     * @param words how many there are of what, in words: {@code 17 rows of public.users have no value in email}
     */
    public record Misfit(String migration, String words) {}

    /**
     * What the database said.
     *
     * @param answers what came of each question in a {@code before.sql}
     * @param misfits rows for which something in an {@code up.sql} would fail, as they are now
     */
    public record Result(List<Preflight.Answer> answers, List<Misfit> misfits) {
        /** Copies the lists. */
        public Result {
            answers = List.copyOf(answers);
            misfits = List.copyOf(misfits);
        }

        /** Whether nothing speaks against running. */
        public boolean isFine() {
            return misfits.isEmpty()
                    && answers.stream()
                            .allMatch(answer -> answer instanceof Preflight.Answer.Given given
                                    && given.verdict().holds());
        }
    }

    /** Asks everything. */
    public Result run() {
        return target.place(() -> new Result(preflight.ask(journal), misfits(runner.compare(journal))));
    }

    private List<Misfit> misfits(Comparison comparison) {
        try (Connection connection = target.connect()) {
            List<Misfit> misfits = new ArrayList<>();
            Schema state = Schema.EMPTY;
            DataReview review = null;
            for (Standing standing : comparison.standings()) {
                List<Change> changes =
                        standing.migration().map(Migration::changes).orElse(List.of());
                if (standing.isPending() && standing.entry().isEmpty()) {
                    review = review == null ? new DataReview(target.database(), connection, state) : review;
                    ask(standing.id(), changes, review, misfits);
                    lacking(standing, connection).ifPresent(misfits::add);
                } else {
                    review = null;
                }
                state = Changes.apply(changes, state, journal.dialect().syntax());
            }
            return misfits;
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    private Optional<Misfit> lacking(Standing standing, Connection connection) throws SQLException {
        SqlFile up = standing.migration().orElseThrow().up();
        return target.database()
                .newerStatements()
                .lacking(connection, () -> up.statements(journal.dialect()))
                .map(what -> new Misfit(standing.id(), "this server has no " + what));
    }

    /** What would be lost is told when it is approved of; here it is what would fail. */
    private static void ask(String id, List<Change> changes, DataReview review, List<Misfit> misfits) {
        review.answers(changes).stream()
                .filter(DataAnswer::matters)
                .filter(answer -> answer.check().kind() != DataCheck.Kind.LOSS)
                .forEach(answer -> misfits.add(new Misfit(id, answer.sentence())));
    }
}
