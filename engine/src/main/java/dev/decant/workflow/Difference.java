package dev.decant.workflow;

import dev.decant.dialect.Dialect;
import dev.decant.journal.SqlWriter;
import dev.decant.plan.Plan;
import java.util.List;

/**
 * What two schemas differ in.
 *
 * @param dialect whose schemas they are
 * @param plan what turns the first into the second
 * @param remarks what could not be compared as well as one would wish
 */
public record Difference(Dialect dialect, Plan plan, List<String> remarks) {
    /** Copies the list. */
    public Difference {
        remarks = List.copyOf(remarks);
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
