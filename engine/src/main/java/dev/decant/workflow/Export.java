package dev.decant.workflow;

import dev.decant.dialect.Dialect;
import dev.decant.diff.Differ;
import dev.decant.diff.Questions;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.source.SchemaSource;
import java.util.List;
import java.util.stream.Collectors;

/** The verb {@code export}: the code's schema as one script of SQL. */
public final class Export {
    private final Dialect dialect;

    /** Exports in a dialect. */
    public Export(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The plan that makes the schema in an empty database. */
    public Plan plan(SchemaSource code) {
        Schema wanted = dialect.canonical(code.read());
        return new Planner(dialect)
                .plan(Schema.EMPTY, new Differ(dialect, List.of(), Questions.NOBODY).diff(Schema.EMPTY, wanted));
    }

    /** A plan as one script. */
    public static String sql(Plan plan) {
        return plan.statements().map(statement -> statement.sql() + ";\n").collect(Collectors.joining("\n"));
    }
}
