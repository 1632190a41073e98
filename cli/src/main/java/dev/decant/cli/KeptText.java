package dev.decant.cli;

import dev.decant.codec.Json;
import dev.decant.database.Graveyard.Kept;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;

/** What migrations dropped and is kept for a while, for people and for programs. */
final class KeptText {
    private KeptText() {}

    /** A table, nothing when there is nothing. */
    static List<String> lines(List<Kept> kept, Ink ink) {
        if (kept.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable("KEPT", "UNTIL", "DROPPED BY", "LIES IN");
        for (Kept each : kept) {
            table.add(
                    UnaryOperator.identity(),
                    each.what(),
                    StatusVerb.TIME.format(each.until().atZone(ZoneId.systemDefault())),
                    each.migration(),
                    each.place());
        }
        return table.lines(ink);
    }

    /** The same for programs. */
    static Json.Items json(List<Kept> kept) {
        return Json.list(kept, KeptText::json);
    }

    private static Json.Fields json(Kept kept) {
        return Json.object()
                .put("what", kept.what())
                .put("place", kept.place())
                .put("migration", kept.migration())
                .put("until", kept.until().toString())
                .build();
    }
}
