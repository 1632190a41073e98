package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.config.Configuration;
import dev.decant.database.Scope;
import dev.decant.diff.ObviousAnswers;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What differs between any two points: states that migrations lead to, the code, databases. What migrations between the two renamed is known
 * to be renamed; all else that two schemas do not tell is answered as most people would, which is remarked.
 */
public final class Between {
    private final Configuration configuration;
    private final Scope scope;
    private final Bench bench;
    private final Journal journal;

    /**
     * Compares for a call.
     *
     * @param scope what of a database is looked at
     * @param bench where things are tried out
     */
    public Between(Configuration configuration, Scope scope, Bench bench) {
        this.configuration = configuration;
        this.scope = scope;
        this.bench = bench;
        this.journal = new Project(configuration).journal();
    }

    /** What turns the first into the second. */
    public Difference of(Side from, Side to) {
        ObviousAnswers obvious = new ObviousAnswers();
        Answers answers = new Answers(EarlierNames.before(way(from, to)), obvious, List.of(), NoteEditor.NOBODY);
        Difference found = new Diff(configuration, scope, text -> {}, bench).run(from, to, answers);
        List<String> remarks = Stream.concat(found.remarks().stream(), obvious.notes().stream())
                .toList();
        return new Difference(found.dialect(), found.before(), found.plan(), remarks);
    }

    /** What the migrations do on the way: those of the first that the second has not are taken back, and then those of the second are made. */
    private List<Change> way(Side from, Side to) {
        List<Migration> there = reached(from);
        List<Migration> wanted = reached(to);
        List<Change> back = changes(there, wanted);
        List<Change> way = new ArrayList<>(Changes.reverse(back));
        way.addAll(changes(wanted, there));
        return way;
    }

    private static List<Change> changes(List<Migration> some, List<Migration> without) {
        return some.stream()
                .filter(migration -> !without.contains(migration))
                .flatMap(migration -> migration.changes().stream())
                .toList();
    }

    private List<Migration> reached(Side side) {
        return switch (side) {
            case Side.At(String migration) -> journal.upTo(migration);
            case Side.Code code -> journal.migrations();
            case Side.Migrations migrations -> journal.migrations();
            case Side.Ran ran -> journal.migrations();
            case Side.Live live -> journal.migrations();
            case Side.Nothing nothing -> List.of();
            case Side.SqlFile file -> List.of();
            case Side.JavaFolder folder -> List.of();
            case Side.MigrationFolder folder -> List.of();
        };
    }
}
