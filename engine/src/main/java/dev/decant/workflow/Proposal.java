package dev.decant.workflow;

import dev.decant.dialect.Dialect;
import dev.decant.journal.SqlFile;
import dev.decant.journal.SqlWriter;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import java.util.List;

/**
 * What a push would do.
 *
 * @param dialect the dialect of the database
 * @param found what is there, as far as it is looked at
 * @param plan what makes it what is wanted
 * @param data what the rows mean for the plan
 * @param remarks what one should know besides
 */
public record Proposal(Dialect dialect, Schema found, Plan plan, DataFindings data, List<String> remarks) {
    /** Copies the list. */
    public Proposal {
        remarks = List.copyOf(remarks);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return plan.isEmpty();
    }

    /** The plan as SQL. */
    public String sql() {
        return SqlWriter.script(plan, List.of(), dialect.syntax());
    }

    SqlFile file() {
        return new SqlFile("push", SqlWriter.write(plan, List.of(), dialect.syntax()));
    }
}
