package dev.decant.plan;

import dev.decant.dialect.Statement;
import java.util.ArrayList;
import java.util.List;

/** Joins statements into steps: as few as there can be when some may not run in a transaction. */
final class Steps {
    private Steps() {}

    static List<Step> of(List<Statement> statements) {
        List<Step> steps = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= statements.size(); i++) {
            if (i == statements.size() || !together(statements.get(i - 1), statements.get(i))) {
                steps.add(new Step(
                        "step-" + (steps.size() + 1),
                        statements.get(start).transactional(),
                        statements.subList(start, i)));
                start = i;
            }
        }
        return List.copyOf(steps);
    }

    private static boolean together(Statement one, Statement next) {
        return one.setting() == next.setting() && one.setting() != Statement.Setting.OWN;
    }
}
