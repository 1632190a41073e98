package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.run.RunEventJson;
import dev.decant.run.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What came of assertions, for people and for programs.
 *
 * @param text how much of values may be shown
 */
record VerdictText(StatementText text) {
    /** The rows that speak against an assertion, a line each, or a word on why they are not shown. */
    List<String> rows(Verdict verdict) {
        Verdict.Found found = verdict.found();
        if (found.rows().isEmpty()) {
            return List.of();
        }
        if (!text.showsValues()) {
            return List.of("(the rows are not shown: print-policy)");
        }
        TextTable table = new TextTable(found.columns().toArray(String[]::new));
        found.rows().forEach(row -> table.add(UnaryOperator.identity(), row.toArray(String[]::new)));
        List<String> lines = new ArrayList<>(table.lines(new Ink(false)));
        if (found.more()) {
            lines.add("...");
        }
        return lines;
    }

    /** The same for programs. */
    Json.Fields json(Verdict verdict) {
        return new RunEventJson(text.policy()).of(verdict);
    }
}
