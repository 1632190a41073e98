package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.run.RunEvent;
import dev.decant.run.RunEventJson;
import dev.decant.run.RunListener;
import dev.decant.run.RunResult;

/** Tells programs what happens while migrations run: an event a line. */
final class RunJson implements RunListener {
    private final Output output;
    private final RunEventJson json;

    RunJson(Output output, StatementText text) {
        this.output = output;
        this.json = new RunEventJson(text.policy());
    }

    @Override
    public void on(RunEvent event) {
        output.event(json.of(event));
    }

    /** The last line: what was done. */
    static Json.Fields result(RunResult result) {
        return RunEventJson.result(result);
    }
}
