package dev.decant.cli;

import dev.decant.failure.Failure;
import java.util.Optional;

/** Why somebody changes what the history says. */
record Reason(Call call) {
    /** What was given, or what is answered to a question. */
    String of(Optional<String> given) {
        return given.or(this::asked)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new UsageException(Failure.of("DCT-120", "this needs a reason")
                        .next("say why, for whoever reads the history later: --reason \"...\"")));
    }

    private Optional<String> asked() {
        return call.canAsk() ? call.terminal().ask("Why? ") : Optional.empty();
    }
}
