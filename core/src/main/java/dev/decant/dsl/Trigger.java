package dev.decant.dsl;

import dev.decant.model.Deferral;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.trigger.ConstraintTiming;
import dev.decant.model.trigger.TriggerEvent;
import dev.decant.model.trigger.TriggerLevel;
import dev.decant.model.trigger.TriggerMoment;
import dev.decant.model.trigger.TriggerState;
import dev.decant.model.trigger.TriggerTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A trigger: of the table in whose class it is a field, or {@link #on} any table or view. As in SQL it runs once a statement unless it
 * says {@link #forEachRow()}.
 */
public final class Trigger extends TableObject {
    private final List<TriggerEvent> events = new ArrayList<>();
    private final List<String> columnNames = new ArrayList<>();
    private final List<ColumnDraft> columns = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private TriggerTiming timing = TriggerTiming.BEFORE;
    private TriggerLevel level = TriggerLevel.STATEMENT;
    private TriggerState state = TriggerState.ENABLED;
    private String oldTable = "";
    private String newTable = "";
    private Optional<String> table = Optional.empty();
    private Optional<String> function = Optional.empty();
    private Optional<Expression> condition = Optional.empty();
    private Optional<Deferral> deferral = Optional.empty();
    private Optional<ObjectName> from = Optional.empty();

    /** A trigger of this name; of its field's name when that is empty. */
    Trigger(String name) {
        super(name);
    }

    /** Is a trigger of this table or view, which is in the usual namespace when it says none: {@code shop.orders}. */
    public Trigger on(String relation) {
        table = Optional.of(relation);
        return this;
    }

    /** Runs before the rows change. */
    public Trigger before() {
        timing = TriggerTiming.BEFORE;
        return this;
    }

    /** Runs after they have changed. */
    public Trigger after() {
        timing = TriggerTiming.AFTER;
        return this;
    }

    /** Runs in the place of a change to a view. */
    public Trigger insteadOf() {
        timing = TriggerTiming.INSTEAD_OF;
        return this;
    }

    /** Waits for new rows. */
    public Trigger insert() {
        return event(TriggerEvent.INSERT);
    }

    /** Waits for changed rows. */
    public Trigger update() {
        return event(TriggerEvent.UPDATE);
    }

    /** Waits for updates that set one of these columns. */
    public Trigger updateOf(Column<?>... some) {
        for (Column<?> column : some) {
            columns.add(column.draft());
        }
        return update();
    }

    /** Waits for updates that set one of these columns. */
    public Trigger updateOf(String... some) {
        columnNames.addAll(List.of(some));
        return update();
    }

    /** Waits for rows that go. */
    public Trigger delete() {
        return event(TriggerEvent.DELETE);
    }

    /** Waits for all rows going at once. */
    public Trigger truncate() {
        return event(TriggerEvent.TRUNCATE);
    }

    private Trigger event(TriggerEvent event) {
        events.add(event);
        return this;
    }

    /** Runs once a row. */
    public Trigger forEachRow() {
        level = TriggerLevel.ROW;
        return this;
    }

    /** Runs once a statement. */
    public Trigger forEachStatement() {
        level = TriggerLevel.STATEMENT;
        return this;
    }

    /** Sees all rows as they were under this name. */
    public Trigger oldTable(String alias) {
        oldTable = alias;
        return this;
    }

    /** Sees all rows as they are under this name. */
    public Trigger newTable(String alias) {
        newTable = alias;
        return this;
    }

    /** Runs when this SQL condition holds. */
    public Trigger when(String sql) {
        condition = Optional.of(new Expression(sql));
        return this;
    }

    /** Runs this function, which is in the usual namespace when it says none, and gives it these texts. */
    public Trigger execute(String routine, String... texts) {
        function = Optional.of(routine);
        arguments.addAll(List.of(texts));
        return this;
    }

    /** Is a constraint, which runs at the end of each statement. */
    public Trigger constraint() {
        return constraint(Deferral.NOT_DEFERRABLE);
    }

    /** Is a constraint, which runs at the end of each statement unless the transaction asks for later. */
    public Trigger deferrable() {
        return constraint(Deferral.INITIALLY_IMMEDIATE);
    }

    /** Is a constraint, which runs at the end of the transaction. */
    public Trigger initiallyDeferred() {
        return constraint(Deferral.INITIALLY_DEFERRED);
    }

    private Trigger constraint(Deferral moment) {
        deferral = Optional.of(moment);
        return this;
    }

    /** Is a constraint about another table too. */
    public Trigger from(String relation) {
        from = Optional.of(DeclaredName.qualified(relation));
        return this;
    }

    /** Never runs. */
    public Trigger disabled() {
        state = TriggerState.DISABLED;
        return this;
    }

    /** Runs in sessions that replay a replication, and in no others. */
    public Trigger enabledForReplica() {
        state = TriggerState.REPLICA;
        return this;
    }

    /** Runs in sessions that replay a replication too. */
    public Trigger enabledAlways() {
        state = TriggerState.ALWAYS;
        return this;
    }

    /** Tells the database's users about the trigger. */
    public Trigger comment(String comment) {
        setComment(comment);
        return this;
    }

    /** Says what the trigger was called before. */
    public Trigger renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    @Override
    dev.decant.model.trigger.Trigger build(PgSchema owner, String field, Targets targets) {
        if (!columns.isEmpty()) {
            throw new IllegalArgumentException(
                    "the columns of the trigger " + called(field) + " are those of another class");
        }
        return build(
                DeclaredName.qualified(table.orElseThrow(
                        () -> new IllegalArgumentException("the trigger " + called(field) + " is on no table"))),
                field,
                columnNames);
    }

    @Override
    dev.decant.model.trigger.Trigger build(TableDraft holder, String field) {
        List<String> names = new ArrayList<>(holder.namesOf(columns));
        names.addAll(columnNames);
        return build(table.map(DeclaredName::qualified).orElse(holder.name()), field, names);
    }

    private dev.decant.model.trigger.Trigger build(ObjectName holder, String field, List<String> names) {
        String runs = function.orElseThrow(
                () -> new IllegalArgumentException("the trigger " + called(field) + " executes no function"));
        return new dev.decant.model.trigger.Trigger(
                holder.withLocal(called(field)),
                holder.local(),
                new TriggerMoment(timing, events, names, level, oldTable, newTable),
                condition,
                DeclaredName.qualified(runs),
                arguments,
                deferral.map(given -> new ConstraintTiming(given, from)),
                state,
                comment());
    }
}
