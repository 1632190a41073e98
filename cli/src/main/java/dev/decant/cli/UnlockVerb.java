package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.database.LockHolder;
import dev.decant.database.Target;
import dev.decant.workflow.Project;
import dev.decant.workflow.Unlock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code decant unlock}: who holds the lock, and an end to it. */
@Command(
        name = "unlock",
        description = "Shows who holds the runner's lock; with the name of the holder, ends it.",
        footer = {"", "Examples:", "  decant unlock", "  decant unlock 4711"})
final class UnlockVerb implements Callable<Integer> {
    private final Call call;

    @Parameters(arity = "0..1", paramLabel = "HOLDER", description = "The holder that is ended, by its name.")
    private Optional<String> holder = Optional.empty();

    UnlockVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Project project = new Project(call.configuration());
        try (Target target = project.target(call.output()::progress)) {
            Unlock unlock = new Unlock(target);
            if (holder.isPresent()) {
                unlock.run(holder.get());
                call.output().document(Json.object().put("ended", holder.get()).build());
                call.output().line("Ended " + holder.get() + "; see how far it came with: decant status");
            } else {
                print(unlock.holders());
            }
        }
        return ExitCode.DONE;
    }

    private void print(List<LockHolder> holders) {
        call.output()
                .document(Json.object()
                        .put("holders", Json.list(holders, UnlockVerb::json))
                        .build());
        if (holders.isEmpty()) {
            call.output().line("Nobody holds the lock.");
        }
        holders.forEach(each -> call.output().line(each.words() + "; end it with: decant unlock " + each.name()));
    }

    private static Json.Fields json(LockHolder each) {
        return Json.object().put("name", each.name()).put("who", each.words()).build();
    }
}
