package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.failure.Failure;
import dev.decant.journal.Draft;
import dev.decant.journal.Journal;
import dev.decant.journal.JournalFinding;
import dev.decant.journal.Migration;
import dev.decant.model.FormerName;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.plan.Step;
import dev.decant.source.SchemaSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The verb {@code generate}: writes a migration that brings the recorded state to what the code says; opens no database. */
public final class Generate {
    private final Journal journal;
    private final Dialect dialect;
    private final Proof proof;
    private final Clock clock;

    /**
     * Generates into a journal.
     *
     * @param proof what a migration must pass before it is written
     */
    public Generate(Journal journal, Proof proof, Clock clock) {
        this.journal = journal;
        this.dialect = journal.dialect();
        this.proof = proof;
        this.clock = clock;
    }

    /**
     * Writes the next migration, when there is something to do.
     *
     * @param title what it is for; told from the changes when empty
     * @throws dev.decant.diff.UndecidedException when a question stays open
     * @throws DecisionNeededException when something breaks and no note says what programs must be told
     */
    public Generated run(SchemaSource code, Optional<String> title, Answers answers) {
        return run(code, title, answers, Choice.ALL);
    }

    /**
     * Writes the next migration for some of the changes and what they need; the rest stays to be done.
     *
     * @param title what it is for; told from the changes when empty
     * @throws dev.decant.diff.UndecidedException when a question stays open on which one of them depends
     * @throws DecisionNeededException when something breaks and no note says what programs must be told
     * @throws dev.decant.failure.DecantException DCT-407 when a chosen change is not there
     */
    public Generated run(SchemaSource code, Optional<String> title, Answers answers, Choice choice) {
        List<JournalFinding> findings = soundFindings();
        Schema known = journal.state();
        Schema wanted = dialect.canonical(code.read());
        List<FormerName> renames = Stream.concat(answers.renames().stream(), code.formerNames().stream())
                .toList();
        List<Change> taken = new Wanted(dialect, answers, renames, choice).changes(new Pair(known, wanted));
        requireRolesKept(taken, answers);
        Planner planner = answers.planner(dialect);
        Plan up = planner.plan(known, taken);
        if (up.isEmpty()) {
            return new Generated.Nothing(findings);
        }
        Schema reached = choice.isAll() ? wanted : Changes.apply(taken, known, dialect.syntax());
        Plan down = planner.back().plan(reached, answers.without(Changes.reverse(taken)));
        String name = title.orElseGet(
                () -> Titles.of(up.changes(), journal.migrations().isEmpty()));
        return write(new Draft(name, up, down, notes(up, answers)), findings);
    }

    /**
     * Writes an empty migration for SQL that its author writes.
     *
     * @param title what it is for
     */
    public Generated custom(String title) {
        return write(Draft.custom(title), soundFindings());
    }

    /**
     * Writes a migration whose rows a class changes, which its author writes.
     *
     * @param name the name of the class
     * @param title what it is for; told from the name when empty
     */
    public Generated java(String name, Optional<String> title) {
        List<JournalFinding> findings = soundFindings();
        Migration migration = journal.appendJava(name, title, clock);
        Draft draft = Draft.custom(migration.title());
        return new Generated.Written(
                migration, journal.folder().resolve(migration.id()), draft.up(), draft.down(), findings);
    }

    /**
     * Writes a migration that changes rows, and nothing that the schema in Java says.
     *
     * @param title what it is for
     * @param up what is done, at least one statement
     * @param down what takes it back, at least one statement
     */
    public Generated rows(String title, List<Statement> up, List<Statement> down) {
        return write(new Draft(title, rows(up), rows(down), List.of()), soundFindings());
    }

    private static Plan rows(List<Statement> statements) {
        return new Plan(List.of(), List.of(new Step("rows", true, statements)));
    }

    private Generated write(Draft draft, List<JournalFinding> findings) {
        proof.prove(journal.with(journal.composed(draft, clock)));
        Migration migration = journal.append(draft, clock);
        return new Generated.Written(
                migration, journal.folder().resolve(migration.id()), draft.up(), draft.down(), findings);
    }

    /** What is found in the journal, unless nothing can be made on top of it. */
    private List<JournalFinding> soundFindings() {
        List<JournalFinding> findings = journal.verify();
        findings.stream()
                .filter(JournalFinding.OtherState.class::isInstance)
                .findFirst()
                .ifPresent(finding -> {
                    throw Failure.of("DCT-240", finding.message())
                            .at(journal.folder().toString())
                            .next("restore migration.json from version control")
                            .exception();
                });
        return findings;
    }

    private static void requireRolesKept(List<Change> changes, Answers answers) {
        List<ObjectName> gone = RoleDrops.in(changes);
        if (!gone.isEmpty() && !answers.dropsRoles()) {
            throw new DecisionNeededException(Failure.of(
                            "DCT-406",
                            "the code no longer has the role " + gone.getFirst() + ", which other databases may need")
                    .next("declare it again, or drop it from the whole server: --drop-roles"));
        }
    }

    private static List<String> notes(Plan up, Answers answers) {
        List<Hazard> breaking =
                up.hazards().stream().filter(Generate::isBreaking).toList();
        if (breaking.isEmpty() || !answers.notes().isEmpty()) {
            return answers.notes();
        }
        List<String> notes = answers.editor().write(breaking);
        if (notes.isEmpty()) {
            throw new DecisionNeededException(Failure.of(
                            "DCT-403",
                            "this breaks something: "
                                    + String.join(
                                            ", ",
                                            breaking.stream()
                                                    .map(Hazard::message)
                                                    .toList()))
                    .next("tell those whom it concerns what to do: --note \"...\""));
        }
        return notes;
    }

    private static boolean isBreaking(Hazard hazard) {
        return switch (hazard.kind()) {
            case BREAKING, DATA_LOSS -> true;
            case DATA_DEPENDENT, REWRITE, BLOCKING -> false;
        };
    }
}
