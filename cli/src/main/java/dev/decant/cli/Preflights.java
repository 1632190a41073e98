package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.run.Preflight.Answer;
import dev.decant.run.Verdict;
import java.util.List;

/** What came of the questions that migrations ask before they run, for people and for programs. */
final class Preflights {
    private final Call call;
    private final VerdictText text;

    Preflights(Call call, StatementText text) {
        this.call = call;
        this.text = new VerdictText(text);
    }

    /** Whether each was answered as it should be. */
    static boolean allHold(List<Answer> answers) {
        return answers.stream()
                .allMatch(answer -> answer instanceof Answer.Given given
                        && given.verdict().holds());
    }

    /** A line for each, and the rows that speak against one. */
    void print(List<Answer> answers) {
        for (Answer answer : answers) {
            switch (answer) {
                case Answer.Given(String migration, Verdict verdict) -> print(migration, verdict);
                case Answer.Missing missing ->
                    call.output().line(call.output().ink().yellow("? " + call.terminal().shown(missing.place())
                            + ": cannot be asked yet: " + missing.reason()));
            }
        }
        if (answers.isEmpty()) {
            call.output().note("No migration that has not run asks anything before it does.");
        }
    }

    private void print(String migration, Verdict verdict) {
        Output output = call.output();
        if (verdict.holds()) {
            output.line(output.ink().green("+ ") + migration + ": " + verdict.assertion());
            return;
        }
        output.line(output.ink().red("! " + call.terminal().shown(verdict.place()) + ": " + verdict.assertion() + " ("
                + verdict.said() + ")"));
        text.rows(verdict).forEach(line -> output.line("    " + line));
    }

    /** The same for programs. */
    Json.Items json(List<Answer> answers) {
        return Json.list(answers.stream().map(this::json).toList());
    }

    private Json.Fields json(Answer answer) {
        return switch (answer) {
            case Answer.Given(String migration, Verdict verdict) ->
                Json.object()
                        .put("migration", migration)
                        .put("verdict", text.json(verdict))
                        .build();
            case Answer.Missing missing ->
                Json.object()
                        .put("migration", missing.migration())
                        .put("place", missing.place())
                        .put("reason", missing.reason())
                        .build();
        };
    }
}
