package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.dialect.Dialect;
import dev.decant.journal.SqlWriter;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.plan.Plan;
import java.util.List;
import java.util.stream.Stream;

/**
 * What two schemas differ in.
 *
 * @param dialect whose schemas they are
 * @param before the first of them
 * @param plan what turns the first into the second
 * @param remarks what could not be compared as well as one would wish
 * @param waiting what else would be made, if everything that is asked about were new or given up; none when nothing is asked
 * @param kept who owns what is in the first and what roles may do with it, where that is not compared: what is built again gets it back
 */
public record Difference(
        Dialect dialect, Schema before, Plan plan, List<String> remarks, List<Change> waiting, Schema kept) {
    /** Copies the lists. */
    public Difference {
        remarks = List.copyOf(remarks);
        waiting = List.copyOf(waiting);
    }

    /** A difference about which nothing is asked. */
    public Difference(Dialect dialect, Schema before, Plan plan, List<String> remarks) {
        this(dialect, before, plan, remarks, List.of(), Schema.EMPTY);
    }

    /** The second of them. */
    public Schema after() {
        return Changes.apply(plan.changes(), before, dialect.syntax());
    }

    /** What turns the second into the first, in the way that these answers ask for. */
    public Plan back(Answers answers) {
        Schema after = after();
        return answers.planner(dialect).back().keeping(keptIn(after)).plan(after, Changes.reverse(plan.changes()));
    }

    /** The same owners and privileges, about things as they are called in the second. */
    private Schema keptIn(Schema after) {
        SchemaBuilder all = before.toBuilder();
        kept.objects().values().forEach(all::add);
        SchemaBuilder later = new SchemaBuilder();
        Changes.apply(plan.changes(), all.build(), dialect.syntax()).objects().values().stream()
                .filter(object -> !after.objects().containsKey(object.key()))
                .forEach(later::add);
        return later.build();
    }

    /** Some of it, with what that needs, in the way that these answers ask for. */
    public Difference only(Choice choice, Answers answers) {
        return choice.isAll()
                ? this
                : new Difference(
                        dialect,
                        before,
                        answers.planner(dialect).keeping(kept).plan(before, choice.of(plan, before, dialect)),
                        remarks,
                        waiting,
                        kept);
    }

    /** The same, of which more is to be said. */
    public Difference remarking(List<String> more) {
        return new Difference(
                dialect,
                before,
                plan,
                Stream.concat(remarks.stream(), more.stream()).toList(),
                waiting,
                kept);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return plan.isEmpty();
    }

    /**
     * What turns the first into the second as a script for the database's own client.
     *
     * @param header what is said before the first statement, a line each
     */
    public String script(List<String> header) {
        return SqlWriter.script(plan, header, dialect.syntax());
    }
}
