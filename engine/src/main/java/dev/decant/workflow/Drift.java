package dev.decant.workflow;

import dev.decant.config.Configuration;
import dev.decant.config.Environment;
import dev.decant.database.Scope;
import dev.decant.diff.ObviousAnswers;
import dev.decant.model.Schema;
import java.util.Optional;

/** What a database is otherwise than the migrations that ran in it say: somebody changed it by hand, or a push did. Changes nothing. */
public final class Drift {
    private final Configuration configuration;
    private final Scope scope;
    private final Bench bench;

    /**
     * Looks for a call.
     *
     * @param scope what of the database is looked at
     * @param bench where things are tried out
     */
    public Drift(Configuration configuration, Scope scope, Bench bench) {
        this.configuration = configuration;
        this.scope = scope;
        this.bench = bench;
    }

    /** What turns the state that was recorded into what is there; nothing when no migration has made anything. */
    public Optional<Difference> of(Environment environment) {
        Difference difference = new Diff(configuration, scope, text -> {}, bench)
                .run(new Side.Ran(environment), new Side.Live(environment), Answers.by(new ObviousAnswers()));
        return difference.before().equals(Schema.EMPTY) ? Optional.empty() : Optional.of(difference);
    }
}
