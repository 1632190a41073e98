package dev.decant.cli;

import dev.decant.codec.ChangeCodec;
import dev.decant.codec.Json;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.plan.Plan;
import java.util.List;
import java.util.Locale;

/** A plan for programs. */
final class PlanJson {
    private PlanJson() {}

    static Json.Fields of(Plan plan) {
        return Json.object()
                .put("changes", ChangeCodec.write(plan.changes()))
                .put(
                        "statements",
                        Json.list(plan.statements().map(PlanJson::statement).toList()))
                .build();
    }

    private static Json.Fields statement(Statement statement) {
        List<Json.Fields> hazards =
                statement.hazards().stream().map(PlanJson::hazard).toList();
        return Json.object()
                .put("sql", statement.sql())
                .putUnlessEmpty("explanation", Json.of(statement.explanation()))
                .putUnlessEmpty("hazards", Json.list(hazards))
                .put("transactional", statement.transactional())
                .build();
    }

    private static Json.Fields hazard(Hazard hazard) {
        return Json.object()
                .put("kind", hazard.kind().name().toLowerCase(Locale.ROOT))
                .put("message", hazard.message())
                .build();
    }
}
