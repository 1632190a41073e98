package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.config.Configuration;
import dev.decant.database.Scope;
import dev.decant.dialect.Dialect;
import dev.decant.diff.Differ;
import dev.decant.failure.DecantException;
import dev.decant.model.FormerName;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The verb {@code diff}: what turns one schema into another, wherever the two are; changes nothing. What migrations between the two renamed
 * is known to be renamed.
 */
public final class Diff {
    private final Configuration configuration;
    private final Scope scope;
    private final Consumer<String> progress;
    private final Bench bench;
    private final boolean proves;

    /**
     * Compares for a call, and tries things out beside the database that is compared.
     *
     * @param scope what is looked at on both sides
     * @param progress is told what takes a moment, in words for people
     */
    public Diff(Configuration configuration, Scope scope, Consumer<String> progress) {
        this(configuration, scope, progress, new Bench.Beside());
    }

    /**
     * Compares for a call.
     *
     * @param scope what is looked at on both sides
     * @param progress is told what takes a moment, in words for people
     * @param bench where things are tried out
     */
    public Diff(Configuration configuration, Scope scope, Consumer<String> progress, Bench bench) {
        this(configuration, scope, progress, bench, false);
    }

    private Diff(Configuration configuration, Scope scope, Consumer<String> progress, Bench bench, boolean proves) {
        this.configuration = configuration;
        this.scope = scope;
        this.progress = progress;
        this.bench = bench;
        this.proves = proves;
    }

    /** The same, which tries out whether a plan works where one of the sides is a database, or does not. */
    public Diff proving(boolean other) {
        return new Diff(configuration, scope, progress, bench, other);
    }

    /**
     * What turns the first into the second. What roles may do is compared where the scope says so; between two databases it is
     * unless somebody says otherwise.
     *
     * @throws dev.decant.diff.UndecidedException when a question stays open
     */
    public Difference run(Side from, Side to, Answers answers) {
        return compared(from, to, answers, (dialect, pair, differ, remarks) -> {
            boolean exact = from instanceof Side.Live && to instanceof Side.Live;
            Schema wanted = exact ? dialect.withheld(pair.before(), pair.after()) : pair.after();
            List<Change> changes = differ.diff(pair.before(), wanted);
            if (!answers.dropsRoles()) {
                RoleDrops.in(changes)
                        .forEach(role -> remarks.add("the role " + role
                                + " is left, since other databases may need it; --drop-roles drops it"));
            }
            return answers.planner(dialect).keeping(pair.kept()).plan(pair.before(), answers.without(changes));
        });
    }

    /** The part of it that is the same however open questions are answered. */
    public Difference undisputed(Side from, Side to, Answers answers) {
        List<Change> waiting = new ArrayList<>();
        Difference sure = compared(from, to, answers, (dialect, pair, differ, remarks) -> {
            Undisputed.Parts parts = new Undisputed(dialect, answers, differ).of(pair);
            waiting.addAll(parts.waiting());
            return parts.plan();
        });
        return new Difference(sure.dialect(), sure.before(), sure.plan(), sure.remarks(), waiting, sure.kept());
    }

    /** Tells what is to be done about two schemas. */
    private interface Planning {
        Plan plan(Dialect dialect, Pair pair, Differ differ, List<String> remarks);
    }

    private Difference compared(Side from, Side to, Answers answers, Planning planning) {
        List<String> remarks = new ArrayList<>();
        // What is no database says what roles may do only when somebody wrote it down.
        boolean live = from instanceof Side.Live && to instanceof Side.Live;
        Scope looked = scope.withPrivileges(configuration.filters().privileges().orElse(live));
        try (Sides sides = new Sides(configuration, from, to, looked, progress)) {
            Dialect dialect = sides.dialect();
            PairReader reader = new PairReader(sides, looked, bench, remarks::add);
            Pair pair = reader.read(from, to);
            remarks.addAll(ColumnOrder.remarks(pair));
            remarks.addAll(DeclaredParts.remarks(pair));
            reader.unknown().forEach(object -> remarks.add(object + " is there and is not compared"));
            AnsweredThings.require(answers, pair);
            List<FormerName> formerNames = Stream.concat(answers.renames().stream(), sides.formerNames(to).stream())
                    .toList();
            Differ differ = new Differ(dialect, formerNames, answers.questions()).remembering(between(from, to));
            Plan plan = planning.plan(dialect, pair, differ, remarks);
            if (from instanceof Side.Live there) {
                new LiveAccess(sides.target(there), looked)
                        .refused(plan, pair.before())
                        .forEach(refused -> remarks.add("the plan would fail: " + refused));
            }
            if (proves && !plan.isEmpty()) {
                sides.compared().ifPresent(target -> prove(pair, plan, new Proving(target, looked, dialect), remarks));
            }
            return new Difference(dialect, pair.before(), plan, remarks, List.of(), pair.kept());
        }
    }

    /** What the migrations of the project renamed, if there is one. */
    private List<FormerName> between(Side from, Side to) {
        return configuration.knowsDialect() ? new Between(new Project(configuration)).renames(from, to) : List.of();
    }

    /** What cannot be tried is told; what was tried and does not work is an error. */
    private static void prove(Pair pair, Plan plan, Proving proving, List<String> remarks) {
        try {
            proving.unproven(pair, plan).ifPresent(why -> remarks.add("the plan was not tried, since " + why));
        } catch (DecantException failed) {
            throw new DecantException(
                    failed.failures().stream()
                            .map(failure -> failure.next("look at it without a trial: --no-prove"))
                            .toList(),
                    failed);
        }
    }
}
