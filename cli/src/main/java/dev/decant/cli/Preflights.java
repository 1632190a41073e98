package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.run.Preflight.Answer;
import dev.decant.run.Verdict;
import dev.decant.workflow.BeforeChecks.Misfit;
import dev.decant.workflow.BeforeChecks.Result;

/** What came of the questions that migrations ask before they run, for people and for programs. */
final class Preflights {
    private final Call call;
    private final VerdictText text;

    Preflights(Call call, StatementText text) {
        this.call = call;
        this.text = new VerdictText(text);
    }

    /** A line for each, and the rows that speak against one. */
    void print(Result result) {
        for (Answer answer : result.answers()) {
            switch (answer) {
                case Answer.Given(String migration, Verdict verdict) -> print(migration, verdict);
                case Answer.Missing missing ->
                    call.output()
                            .line(call.output()
                                    .ink()
                                    .yellow("? " + call.terminal().shown(missing.place()) + ": cannot be asked yet: "
                                            + missing.reason()));
            }
        }
        for (Misfit misfit : result.misfits()) {
            call.output().line(call.output().ink().red("! " + misfit.migration() + ": " + misfit.words()));
        }
        if (result.answers().isEmpty() && result.misfits().isEmpty()) {
            call.output().note("The rows of the database fit what has not run.");
        }
    }

    private void print(String migration, Verdict verdict) {
        Output output = call.output();
        if (verdict.holds()) {
            output.line(output.ink().green("+ ") + migration + ": " + verdict.assertion());
            return;
        }
        output.line(output.ink()
                .red("! " + call.terminal().shown(verdict.place()) + ": " + verdict.assertion() + " (" + verdict.said()
                        + ")"));
        text.rows(verdict).forEach(line -> output.line("    " + line));
    }

    /** The same for programs. */
    Json.Fields json(Result result) {
        return Json.object()
                .put("fine", result.isFine())
                .putUnlessEmpty("answers", Json.list(result.answers(), this::json))
                .putUnlessEmpty(
                        "misfits",
                        Json.list(
                                result.misfits(),
                                misfit -> Json.object()
                                        .put("migration", misfit.migration())
                                        .put("rows", misfit.words())
                                        .build()))
                .build();
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
