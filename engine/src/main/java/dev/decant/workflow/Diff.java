package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.config.Configuration;
import dev.decant.database.Scope;
import dev.decant.dialect.Dialect;
import dev.decant.diff.Differ;
import dev.decant.model.FormerName;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.source.SchemaSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The verb {@code diff}: what turns one schema into another, wherever the two are; changes nothing. */
public final class Diff {
    private final Configuration configuration;
    private final Consumer<String> progress;

    /**
     * Compares for a call.
     *
     * @param progress is told what takes a moment, in words for people
     */
    public Diff(Configuration configuration, Consumer<String> progress) {
        this.configuration = configuration;
        this.progress = progress;
    }

    /**
     * What turns the first into the second.
     *
     * @param privileges whether what roles may do is compared too; when empty, it is between two databases
     * @throws dev.decant.diff.UndecidedException when a question stays open
     */
    public Difference run(Side from, Side to, Optional<Boolean> privileges, Answers answers) {
        Dialect dialect = Sides.dialect(configuration, from, to);
        // What roles may do is compared where both sides can tell it: code and migrations say it only when somebody wrote it down.
        boolean databases = from instanceof Side.Live && to instanceof Side.Live;
        Scope scope = Scope.EVERYTHING.withPrivileges(privileges.orElse(databases));
        try (Sides sides = new Sides(configuration, dialect, scope, progress)) {
            SchemaSource wanted = sides.open(to);
            Schema before = dialect.canonical(sides.open(from).read());
            Schema after = dialect.canonical(wanted.read());
            List<FormerName> renames = Stream.concat(answers.renames().stream(), wanted.formerNames().stream())
                    .toList();
            List<Change> changes = new Differ(dialect, renames, answers.questions()).diff(before, after);
            Plan plan = answers.planner(dialect).plan(before, changes);
            return new Difference(dialect, plan);
        }
    }
}
