package dev.decant.plan;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.CreateObject;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns changes into a plan: taken apart, ordered by what rests on what, written in the dialect's SQL, joined into steps. */
public final class Planner {
    private final Dialect dialect;
    private final boolean online;
    private final boolean back;
    private final Schema access;
    private final Set<ObjectKind<?>> kinds;

    /** Makes a planner for a dialect and a database that nobody else uses meanwhile. */
    public Planner(Dialect dialect) {
        this(dialect, false, false, Schema.EMPTY);
    }

    private Planner(Dialect dialect, boolean online, boolean back, Schema access) {
        this.dialect = dialect;
        this.online = online;
        this.back = back;
        this.access = access;
        this.kinds = access.objects().keySet().stream().map(ObjectKey::kind).collect(Collectors.toSet());
    }

    /** Makes a planner that keeps programs from waiting for long on tables that they use, where the dialect has a way. */
    public static Planner online(Dialect dialect) {
        return new Planner(dialect, true, false, Schema.EMPTY);
    }

    /** The same, which takes back changes that were made: what goes gives others back what it took from them when it came. */
    public Planner back() {
        return new Planner(dialect, online, true, access);
    }

    /**
     * The same, whose plans give what they build again the owner that it had, and let roles do with it what they could.
     *
     * @param kept the owners of things and the privileges on them, neither of which is compared
     */
    public Planner keeping(Schema kept) {
        return new Planner(dialect, online, back, kept);
    }

    /**
     * The plan that makes the changes.
     *
     * @param before the schema that it starts from, in canonical form
     * @param changes changes in an order in which they apply to it
     */
    public Plan plan(Schema before, List<Change> changes) {
        Loosened loosened = Loosened.NOTHING;
        while (true) {
            try {
                return plan(before, changes, loosened);
            } catch (CircleException circle) {
                Loosened looser = loosened.and(circle.changes());
                if (looser.equals(loosened)) {
                    throw circle;
                }
                loosened = looser;
            }
        }
    }

    private Plan plan(Schema before, List<Change> changes, Loosened loosened) {
        List<Change> parts = new Expansion(dialect, online, loosened, access).expand(changes, before);
        Schema after = Changes.apply(parts, before, dialect.syntax());
        KnownColumns columns = KnownColumns.of(Expansion.renamed(parts, before, dialect), after, parts);
        List<Operation> operations = EarlierDrops.told(
                new Sorter(dialect, columns, loosened).sort(dialect.operations(parts, before), before),
                before,
                dialect);
        List<Change> ordered = operations.stream()
                .flatMap(operation -> operation.changes().stream())
                .toList();
        ObjectUses uses = new ObjectUses(dialect, columns, loosened);
        Comings comings = new Comings(operations, uses);
        EarlyCode early = new EarlyCode(operations, uses);
        return new Plan(
                Successors.told(
                        ordered.stream().filter(change -> !isKept(change)).toList()),
                Steps.of(statements(operations, before, comings, early)));
    }

    /** Whether a change gives back what nobody compares; it is none of the changes that were asked for. */
    private boolean isKept(Change change) {
        return change instanceof CreateObject(SchemaObject object) && kinds.contains(object.kind());
    }

    private List<Statement> statements(List<Operation> operations, Schema before, Comings comings, EarlyCode early) {
        SchemaBuilder state = before.toBuilder();
        NewTables newTables = new NewTables();
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            if (!comings.isDoneByAnother(operation)) {
                List<Statement> rendered = render(operation, newTables, state.view());
                List<Statement> calmed = comings.calmed(operation, newTables.calmed(operation, rendered));
                for (Statement statement : early.isMadeBy(operation, i) ? dialect.unchecked(calmed) : calmed) {
                    statements.add(told(statement, operation));
                }
            }
            operation.changes().forEach(change -> change.applyTo(state, dialect.syntax()));
            operation.changes().forEach(newTables::note);
        }
        return statements;
    }

    private Statement told(Statement statement, Operation operation) {
        Statement told = statement.serving(Successors.told(operation.changes()));
        return operation.changes().stream().allMatch(this::isKept)
                ? told.explained("as it was before, although nobody compares it")
                : told;
    }

    private List<Statement> render(Operation operation, NewTables newTables, SchemaView state) {
        List<Statement> statements = online && !newTables.concerns(operation)
                ? dialect.renderOnline(operation, state)
                : dialect.render(operation, state);
        return back ? dialect.givingBack(operation, state, statements) : statements;
    }
}
