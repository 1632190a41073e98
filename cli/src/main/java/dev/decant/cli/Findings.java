package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.journal.JournalFinding;
import java.util.List;

/** What is found in the migrations, for people and for programs. */
final class Findings {
    private Findings() {}

    /** A line for each. */
    static void print(List<JournalFinding> findings, Call call) {
        Output output = call.output();
        findings.forEach(finding ->
                output.line(output.ink().yellow("! " + call.terminal().shown(finding.message()))));
    }

    static Json.Items json(List<JournalFinding> findings) {
        return Json.list(findings, Findings::json);
    }

    private static Json.Fields json(JournalFinding finding) {
        return switch (finding) {
            case JournalFinding.EditedByHand edited ->
                Json.object()
                        .put("finding", "edited by hand")
                        .put("migration", edited.migration())
                        .put("file", edited.file())
                        .put("message", edited.message())
                        .build();
            case JournalFinding.OtherState other ->
                Json.object()
                        .put("finding", "other state")
                        .put("migration", other.migration())
                        .put("message", other.message())
                        .build();
            case JournalFinding.SeveralHeads heads ->
                Json.object()
                        .put("finding", "several heads")
                        .put("migrations", Json.texts(List.of(heads.one(), heads.other())))
                        .put("message", heads.message())
                        .build();
        };
    }
}
