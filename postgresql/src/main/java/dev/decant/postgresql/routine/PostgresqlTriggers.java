package dev.decant.postgresql.routine;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.Deferral;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.trigger.ConstraintTiming;
import dev.decant.model.trigger.Trigger;
import dev.decant.model.trigger.TriggerEvent;
import dev.decant.model.trigger.TriggerLevel;
import dev.decant.model.trigger.TriggerMoment;
import dev.decant.model.trigger.TriggerState;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlExpressions;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.table.PostgresqlPartitionTriggers;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/** Triggers of tables and views. */
public final class PostgresqlTriggers implements ObjectSupport<Trigger> {
    @Override
    public ObjectKind<Trigger> kind() {
        return Trigger.KIND;
    }

    @Override
    public Trigger canonical(Trigger trigger) {
        return trigger.withCondition(trigger.condition().map(PostgresqlExpressions::canonical));
    }

    @Override
    public List<Statement> create(Trigger trigger, SchemaView before) {
        return defined("CREATE", trigger, before);
    }

    @Override
    public List<Statement> drop(Trigger trigger, SchemaView before) {
        return List.of(statement(sql("DROP TRIGGER")
                        .name(trigger.name().local())
                        .words("ON")
                        .text(name(trigger.tableName())))
                .explained(PostgresqlLocks.moment(trigger.tableName())));
    }

    /** A constraint cannot be replaced: the page of CREATE TRIGGER. */
    @Override
    public boolean altersInPlace(Trigger trigger, Trigger after) {
        return isDefinedAs(trigger, after)
                || trigger.constraint().isEmpty() && after.constraint().isEmpty();
    }

    private static boolean isDefinedAs(Trigger trigger, Trigger after) {
        return bare(trigger).equals(bare(after));
    }

    private static Trigger bare(Trigger trigger) {
        return trigger.withState(TriggerState.ENABLED).withComment("");
    }

    @Override
    public List<Statement> alter(Trigger trigger, Trigger after, SchemaView before) {
        if (leavesPartitions(trigger, after, before)) {
            List<Statement> statements = new ArrayList<>(drop(trigger, before));
            statements.addAll(create(after, before));
            statements.addAll(after.comment().isEmpty() ? List.of() : comment(after));
            return statements;
        }
        if (!isDefinedAs(trigger, after)) {
            return defined("CREATE OR REPLACE", after, before);
        }
        return trigger.state() == after.state() ? List.of() : state(after, before);
    }

    /**
     * Whether the trigger of each row would stay on the partitions of its table, although that of the table becomes one of each statement
     * (CreateTriggerFiringOn in src/backend/commands/trigger.c).
     */
    private static boolean leavesPartitions(Trigger trigger, Trigger after, SchemaView before) {
        return trigger.moment().level() == TriggerLevel.ROW
                && after.moment().level() != TriggerLevel.ROW
                && before.table(trigger.tableName())
                        .filter(table -> table.lineage().partitioning().isPresent())
                        .isPresent();
    }

    /** A trigger that is made or replaced runs in the usual sessions at first. */
    private static List<Statement> defined(String verb, Trigger trigger, SchemaView before) {
        List<Statement> statements = new ArrayList<>();
        statements.add(
                statement(definition(sql(verb), trigger)).explained(PostgresqlLocks.trigger(trigger.tableName())));
        statements.addAll(
                trigger.state() == TriggerState.ENABLED
                        ? PostgresqlPartitionTriggers.below(trigger, before)
                        : state(trigger, before));
        return statements;
    }

    private static List<Statement> state(Trigger trigger, SchemaView before) {
        List<Statement> statements = new ArrayList<>();
        statements.add(PostgresqlPartitionTriggers.run(
                trigger.tableName(), trigger.name().local(), trigger.state()));
        statements.addAll(PostgresqlPartitionTriggers.below(trigger, before));
        return statements;
    }

    private static Sql definition(Sql sql, Trigger trigger) {
        TriggerMoment moment = trigger.moment();
        sql.when(trigger.constraint().isPresent(), "CONSTRAINT")
                .words("TRIGGER")
                .name(trigger.name().local())
                .newLine()
                .words(moment.timing().name().replace('_', ' '));
        events(sql, moment);
        sql.words("ON").text(name(trigger.tableName()));
        trigger.constraint().ifPresent(constraint -> constraint(sql, constraint));
        transitions(sql, moment);
        sql.newLine().words("FOR EACH").words(moment.level().name());
        trigger.condition().ifPresent(condition -> sql.newLine().words("WHEN").parenthesized(condition.sql()));
        return sql.newLine()
                .words("EXECUTE FUNCTION")
                .call(name(trigger.function()), inside -> inside.commas(trigger.arguments(), Sql::literal));
    }

    private static void events(Sql sql, TriggerMoment moment) {
        String word = "";
        for (TriggerEvent event : moment.events()) {
            sql.words(word).words(event.name());
            if (event == TriggerEvent.UPDATE && !moment.columns().isEmpty()) {
                sql.words("OF").commas(moment.columns(), Sql::name);
            }
            word = "OR";
        }
    }

    private static void constraint(Sql sql, ConstraintTiming constraint) {
        constraint.from().ifPresent(from -> sql.newLine().words("FROM").text(name(from)));
        if (constraint.deferral() != Deferral.NOT_DEFERRABLE) {
            sql.newLine().words("DEFERRABLE").words(constraint.deferral().name().replace('_', ' '));
        }
    }

    private static void transitions(Sql sql, TriggerMoment moment) {
        if (moment.oldTable().isEmpty() && moment.newTable().isEmpty()) {
            return;
        }
        sql.newLine().words("REFERENCING");
        sql.when(!moment.oldTable().isEmpty(), old -> old.words("OLD TABLE AS").name(moment.oldTable()));
        sql.when(!moment.newTable().isEmpty(), now -> now.words("NEW TABLE AS").name(moment.newTable()));
    }

    @Override
    public List<Statement> rename(Trigger trigger, ObjectName after, SchemaView before) {
        return List.of(statement(sql("ALTER TRIGGER")
                        .name(trigger.name().local())
                        .words("ON")
                        .text(name(trigger.tableName()))
                        .words("RENAME TO")
                        .name(after.local()))
                .explained(PostgresqlLocks.moment(trigger.tableName())));
    }

    @Override
    public List<Statement> comment(Trigger trigger) {
        String thing = name(trigger.name().local()) + " ON " + name(trigger.tableName());
        return List.of(PostgresqlComments.on("TRIGGER", thing, trigger.comment())
                .explained(PostgresqlLocks.gentle(trigger.tableName())));
    }
}
