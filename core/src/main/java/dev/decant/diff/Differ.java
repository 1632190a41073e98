package dev.decant.diff;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.CreateTable;
import dev.decant.change.DropTable;
import dev.decant.dialect.Dialect;
import dev.decant.model.FormerName;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what happens between two schemas. What they do not tell by themselves it asks; it never guesses.
 *
 * <p>The changes come in an order in which they apply to the schema before, renames first: {@code Changes.apply(diff(a, b), a)} is {@code
 * b}. In which order a database can make them is the planner's question.
 */
public final class Differ {
    private final Dialect dialect;
    private final List<FormerName> formerNames;
    private final List<FormerName> earlierNames;
    private final Questions questions;

    /**
     * Makes a differ.
     *
     * @param dialect whose schemas are compared
     * @param formerNames what is said to be something old under another name
     * @param questions who is asked about the rest
     */
    public Differ(Dialect dialect, List<FormerName> formerNames, Questions questions) {
        this(dialect, formerNames, List.of(), questions);
    }

    private Differ(Dialect dialect, List<FormerName> formerNames, List<FormerName> earlierNames, Questions questions) {
        this.dialect = dialect;
        this.formerNames = List.copyOf(formerNames);
        this.earlierNames = List.copyOf(earlierNames);
        this.questions = questions;
    }

    /**
     * The same with a history.
     *
     * @param names what things were called at some time; they are followed where the two schemas allow it, and nobody is asked about them
     */
    public Differ remembering(List<FormerName> names) {
        return new Differ(dialect, formerNames, names, questions);
    }

    /** The same, which asks somebody else. */
    public Differ asking(Questions other) {
        return new Differ(dialect, formerNames, earlierNames, other);
    }

    /**
     * The changes that turn one schema into the other, both in the dialect's canonical form.
     *
     * @throws UndecidedException when a question stays open; it names all that do
     */
    public List<Change> diff(Schema before, Schema after) {
        Inquiry inquiry = new Inquiry(formerNames, earlierNames, questions);
        List<Change> renames = new RenameFinder(before, after, dialect, inquiry).find();
        Schema renamed = renames.isEmpty() ? before : Changes.apply(renames, before, dialect.syntax());
        List<Change> changes = new ArrayList<>(renames);
        Schema wanted = dialect.settled(renamed, after);
        List<Change> compared = compare(renamed, wanted);
        PassedColumns passed = new PassedColumns(compared, renamed, wanted);
        ConversionFinder conversions = new ConversionFinder(dialect, inquiry);
        compared.forEach(change -> changes.addAll(passed.of(change, conversions::convert)));
        inquiry.requireAnswers();
        return List.copyOf(changes);
    }

    private static List<Change> compare(Schema before, Schema after) {
        List<Change> changes = new ArrayList<>(ObjectComparer.created(before, after));
        for (Table now : after.tables().values()) {
            Table then = before.tables().get(now.name());
            if (then == null) {
                changes.add(new CreateTable(now));
            } else if (!then.equals(now)) {
                changes.addAll(new TableComparer(then, now).compare());
            }
        }
        before.tables().values().stream()
                .filter(table -> !after.tables().containsKey(table.name()))
                .map(DropTable::new)
                .forEach(changes::add);
        changes.addAll(ObjectComparer.dropped(before, after));
        return changes;
    }
}
