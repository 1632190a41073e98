package dev.decant.workflow;

import dev.decant.change.Changes;
import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Statement;
import dev.decant.failure.Failure;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.journal.Placeholders;
import dev.decant.journal.SqlFile;
import dev.decant.journal.SqlStep;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Step;
import dev.decant.rehearsal.Rehearsal;
import java.util.List;
import java.util.Optional;

/**
 * Runs the newest migration in a scratch place beside a database, upwards and downwards: both must lead where its changes lead.
 *
 * @param target the database
 * @param values the values of placeholders
 */
public record RehearsedProof(Target target, Placeholders values) implements Proof {
    @Override
    public void prove(Journal journal) {
        Dialect dialect = journal.dialect();
        Migration newest = journal.migrations().getLast();
        Schema after = journal.state();
        Schema before = Changes.apply(Changes.reverse(newest.changes()), after, dialect.syntax());
        try (Rehearsal rehearsal =
                Rehearsal.beside(target, Scope.EVERYTHING.withPrivileges(true)).orElseThrow(this::nowhere)) {
            Trial trial = new Trial(rehearsal, dialect);
            boolean tried =
                    trial.prove(new Pair(before, after), new Plan(newest.changes(), steps(newest.up(), dialect)))
                            && trial.prove(
                                    new Pair(after, before),
                                    new Plan(Changes.reverse(newest.changes()), steps(newest.down(), dialect)));
            if (!tried) {
                throw nowhere();
            }
        }
    }

    private List<Step> steps(SqlFile file, Dialect dialect) {
        return file.filled(dialect, values).steps(dialect).stream()
                .flatMap(step -> step(file, step).stream())
                .toList();
    }

    /** What a class does to rows is nothing to a schema; a step of nothing else is none. */
    private static Optional<Step> step(SqlFile file, SqlStep step) {
        List<Statement> statements = step.statements().stream()
                .filter(statement -> file.called(statement).isEmpty())
                .map(statement -> Statement.of(statement.text()))
                .map(statement -> step.transactional() ? statement : statement.outsideTransaction())
                .toList();
        return statements.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step(step.name(), step.transactional(), statements));
    }

    private RuntimeException nowhere() {
        return Failure.of("DCT-550", "the migration cannot be tried, since this user may not make a scratch database")
                .at(target.display())
                .next("let the user create databases, or generate without --prove")
                .exception();
    }
}
