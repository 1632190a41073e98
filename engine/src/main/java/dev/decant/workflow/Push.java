package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.config.Configuration;
import dev.decant.config.Environment;
import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.database.UnknownObject;
import dev.decant.dialect.Dialect;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.model.FormerName;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.rehearsal.Rehearsal;
import dev.decant.run.PlanRunner;
import dev.decant.run.RunListener;
import dev.decant.run.RunResult;
import dev.decant.run.RunSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The verb {@code push}: makes a database what the code says, without a migration. It is for databases that one can do without. */
public final class Push implements AutoCloseable {
    private final Scope scope;
    private final Care care;
    private final Precautions precautions;
    private final Side.Live there;
    private final Sides sides;
    private final Target target;

    /**
     * Pushes into the database that a call is about.
     *
     * @param scope what of it is looked at
     * @param progress is told what takes a moment, in words for people
     * @throws DecantException DCT-560 when the database is protected
     */
    public Push(Configuration configuration, Scope scope, RunSettings settings, Consumer<String> progress) {
        this(configuration, scope, Precautions.none(configuration), settings, progress);
    }

    /**
     * Pushes into the database that a call is about.
     *
     * @param scope what of it is looked at
     * @param precautions what is done before anything is changed
     * @param progress is told what takes a moment, in words for people
     * @throws DecantException DCT-560 when the database is protected
     */
    public Push(
            Configuration configuration,
            Scope scope,
            Precautions precautions,
            RunSettings settings,
            Consumer<String> progress) {
        this.precautions = precautions;
        Environment environment = configuration.environment();
        this.scope = scope;
        this.care = new Care(environment, settings.clock());
        care.requireUnprotected();
        this.there = new Side.Live(environment);
        this.sides = new Sides(configuration, there, new Side.Code(), scope, progress);
        this.target = sides.target(there);
    }

    /** The database. */
    public Target target() {
        return target;
    }

    /**
     * What would be done, after it was tried.
     *
     * @throws dev.decant.diff.UndecidedException when a question stays open
     * @throws DecantException DCT-550 to DCT-554 when it does not work or nobody can know
     */
    public Proposal propose(Answers answers) {
        return propose(answers, Choice.ALL);
    }

    /**
     * What would be done for some of the changes, after it was tried.
     *
     * @throws dev.decant.diff.UndecidedException when a question stays open on which one of them depends
     * @throws DecantException DCT-550 to DCT-554 when it does not work or nobody can know, DCT-407 when a chosen change is not there
     */
    public Proposal propose(Answers answers, Choice choice) {
        List<String> remarks = new ArrayList<>();
        PairReader reader = new PairReader(sides, scope, new Bench.Beside(), remarks::add);
        Pair whole = reader.read(there, new Side.Code());
        requireKnown(reader.unknown());
        Plan plan = plan(whole, answers, choice);
        Pair pair = choice.isAll() ? whole : reached(whole, plan);
        if (!plan.isEmpty()) {
            prove(pair, plan, remarks);
        }
        return new Proposal(dialect(), pair.before(), plan, findings(pair, plan), remarks);
    }

    /** Only what was chosen is to be reached. */
    private Pair reached(Pair whole, Plan plan) {
        return new Pair(
                whole.before(),
                Changes.apply(plan.changes(), whole.before(), dialect().syntax()),
                whole.kept());
    }

    private Plan plan(Pair pair, Answers answers, Choice choice) {
        List<FormerName> formerNames = Stream.concat(
                        answers.renames().stream(), sides.formerNames(new Side.Code()).stream())
                .toList();
        List<Change> taken = new Wanted(dialect(), answers, formerNames, choice).changes(pair);
        return new Planner(dialect()).keeping(pair.kept()).plan(pair.before(), taken);
    }

    private void requireKnown(List<UnknownObject> unknown) {
        if (!unknown.isEmpty()) {
            throw new DecantException(unknown.stream()
                    .map(object -> Failure.of("DCT-554", object + " is of a kind that Decant does not know")
                            .at(target.display())
                            .next("leave it out: --exclude 'kind:" + object.kind() + "'"))
                    .toList());
        }
    }

    private void prove(Pair pair, Plan plan, List<String> remarks) {
        Optional<Rehearsal> place = Rehearsal.beside(target, scope);
        boolean tried = false;
        if (place.isPresent()) {
            try (Rehearsal rehearsal = place.get()) {
                tried = new Trial(rehearsal, dialect()).prove(pair, plan);
            }
        }
        if (!tried) {
            remarks.add("the plan was not tried before, since this user can do so nowhere");
        }
    }

    private DataFindings findings(Pair pair, Plan plan) {
        try (Connection connection = target.connect()) {
            return DataFindings.of(plan, pair.before(), target.database(), connection);
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    /**
     * Refuses what would fail or lose data.
     *
     * @param approval what the database is called, when data in it may be lost
     * @throws DecisionNeededException DCT-532 when data would be lost
     */
    public void requireFit(Proposal proposal, Optional<String> approval) {
        if (!precautions.awaitWindow()) {
            care.requireWindow();
        }
        if (!proposal.data().misfits().isEmpty()) {
            throw new DecantException(proposal.data().misfits().stream()
                    .map(misfit -> Failure.of("DCT-561", "this would fail: " + misfit)
                            .at(target.display())
                            .next("correct that, and push again"))
                    .toList());
        }
        care.requireApproval(proposal.data().losses(), approval);
    }

    /** Does what was proposed, unless the database is another one by now. */
    public RunResult run(Proposal proposal, RunSettings settings, RunListener listener) {
        care.take(precautions, target, listener);
        return target.place(() -> new PlanRunner(target.database(), target::connect, settings, listener)
                .run(proposal.file(), connection -> requireUnchanged(proposal.found(), connection)));
    }

    private void requireUnchanged(Schema found, Connection connection) throws SQLException {
        OwnScope own = new OwnScope(declared(), scope);
        Schema now = own.owned(target.database().inspect(connection, own.scope()));
        if (!now.equals(found)) {
            throw Failure.of("DCT-563", "the database changed since the plan was made")
                    .next("push again")
                    .exception();
        }
    }

    private Schema declared() {
        return scope.of(dialect().canonical(sides.declared(new Side.Code()).read()));
    }

    private Dialect dialect() {
        return sides.dialect();
    }

    @Override
    public void close() {
        sides.close();
    }
}
