package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.dialect.Dialect;
import dev.decant.diff.GivenAnswers;
import dev.decant.diff.Questions;
import dev.decant.model.FormerName;
import dev.decant.plan.Planner;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was decided with a call, and who is asked about the rest.
 *
 * @param renames what is something old under another name
 * @param questions what is new, how columns are converted, and who else is asked
 * @param notes what programs that know the schema before must be told
 * @param editor who is asked for such notes
 * @param offline whether nobody else uses the database meanwhile, so that plain statements do
 * @param dropsRoles whether roles may go, which belong to the whole server
 */
public record Answers(
        List<FormerName> renames,
        Questions questions,
        List<String> notes,
        NoteEditor editor,
        boolean offline,
        boolean dropsRoles) {
    /** Nothing was decided, and nobody can be asked. */
    public static final Answers NONE = new Answers(
            List.of(), new GivenAnswers(Set.of(), Map.of(), Questions.NOBODY), List.of(), NoteEditor.NOBODY);

    /** Copies the lists. */
    public Answers {
        renames = List.copyOf(renames);
        notes = List.copyOf(notes);
    }

    /** Decisions about a database that programs use meanwhile. */
    public Answers(List<FormerName> renames, Questions questions, List<String> notes, NoteEditor editor) {
        this(renames, questions, notes, editor, false, false);
    }

    /** Nothing was decided, and somebody is asked about everything. */
    public static Answers by(Questions questions) {
        return new Answers(List.of(), questions, List.of(), NoteEditor.NOBODY);
    }

    /** The changes without those that drop a role, unless roles may go. */
    List<Change> without(List<Change> changes) {
        return dropsRoles ? changes : RoleDrops.without(changes);
    }

    /** The planner that these ask for. */
    public Planner planner(Dialect dialect) {
        return offline ? new Planner(dialect) : Planner.online(dialect);
    }
}
