package dev.decant.studio.changes;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.workflow.DataAnswer;
import dev.decant.workflow.Difference;
import java.util.List;
import java.util.Locale;

/** What the rows of a database mean for the changes, for the page. */
final class DataReport {
    private DataReport() {}

    static Json.Fields of(CodeComparison comparison) {
        long start = System.nanoTime();
        Difference difference = comparison.last();
        ChangeList list = new ChangeList(difference);
        List<Json.Fields> checks =
                comparison.data().stream().map(answer -> check(answer, list)).toList();
        return Json.object()
                .put("checks", Json.list(checks))
                .put("milliseconds", (System.nanoTime() - start) / 1_000_000)
                .build();
    }

    private static Json.Fields check(DataAnswer answer, ChangeList list) {
        FieldsBuilder fields = Json.object()
                .put("change", list.id(answer.change()))
                .put("kind", answer.check().kind().name().toLowerCase(Locale.ROOT))
                .put("subject", answer.check().subject().of(answer.count()))
                .put("count", answer.count())
                .put("matters", answer.matters())
                .put("known", !(answer.outcome() instanceof DataAnswer.Outcome.Open))
                .put("sentence", answer.sentence());
        answer.check()
                .rows()
                .ifPresent(rows -> fields.put(
                        "rows",
                        Json.object()
                                .put("schema", rows.table().schema())
                                .put("name", rows.table().local())
                                .put("where", rows.condition())
                                .build()));
        return fields.build();
    }
}
