package dev.decant.studio.changes;

import dev.decant.codec.Json;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.run.RunSettings;
import dev.decant.studio.http.FailureJson;
import dev.decant.workflow.Choice;
import dev.decant.workflow.Proposal;
import dev.decant.workflow.Push;
import java.util.List;

/** The plan of a push, tried on a scratch copy of the database's schema and held against the rows. */
final class DryRun {
    private static final String UNTRIED = "was not tried";

    private DryRun() {}

    static Json.Fields of(CodeComparison comparison, Choice choice, RunSettings settings) {
        long start = System.nanoTime();
        try (Push push = new Push(comparison.environment().configuration(), comparison.scope(), settings, text -> {})) {
            return result(push.propose(comparison.decisions(), choice), start);
        } catch (DecantException e) {
            if (e.code().equals("DCT-560")) {
                throw e;
            }
            return failed(e.failures(), start);
        }
    }

    private static Json.Fields result(Proposal proposal, long start) {
        boolean tried = proposal.remarks().stream().noneMatch(remark -> remark.contains(UNTRIED));
        return Json.object()
                .put("ok", proposal.data().misfits().isEmpty())
                .put("tried", tried)
                .put("statements", proposal.plan().statements().count())
                .put("script", proposal.sql())
                .put("losses", Json.texts(proposal.data().losses()))
                .put("misfits", Json.texts(proposal.data().misfits()))
                .put("remarks", Json.texts(proposal.remarks()))
                .put("problems", Json.list(List.of()))
                .put("milliseconds", millis(start))
                .build();
    }

    private static Json.Fields failed(List<Failure> failures, long start) {
        Json none = Json.list(List.of());
        return Json.object()
                .put("ok", false)
                .put("tried", true)
                .put("statements", 0)
                .put("script", "")
                .put("losses", none)
                .put("misfits", none)
                .put("remarks", none)
                .put("problems", Json.list(failures, FailureJson::of))
                .put("milliseconds", millis(start))
                .build();
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
