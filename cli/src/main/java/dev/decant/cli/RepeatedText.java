package dev.decant.cli;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.run.Repeated;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** How repeatable scripts stand, for people and for programs. */
final class RepeatedText {
    private RepeatedText() {}

    /** A table, nothing when there are none. */
    static List<String> lines(List<Repeated> scripts, Ink ink) {
        if (scripts.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable("REPEATABLE", "STATE", "WHEN", "TOOK");
        for (Repeated script : scripts) {
            table.add(
                    paint(script.state(), ink),
                    script.name(),
                    words(script.state()),
                    script.entry()
                            .map(entry -> StatusVerb.TIME.format(entry.at().atZone(ZoneId.systemDefault())))
                            .orElse("-"),
                    script.entry().map(entry -> Spans.of(entry.duration())).orElse("-"));
        }
        return table.lines(ink);
    }

    private static UnaryOperator<String> paint(Repeated.State state, Ink ink) {
        return switch (state) {
            case UNCHANGED -> UnaryOperator.identity();
            case NEW, CHANGED, GONE -> ink::yellow;
            case FAILED -> ink::red;
        };
    }

    private static String words(Repeated.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The same for programs. */
    static Json.Items json(List<Repeated> scripts) {
        return Json.list(scripts, RepeatedText::json);
    }

    private static Json.Fields json(Repeated script) {
        FieldsBuilder fields = Json.object().put("name", script.name()).put("state", words(script.state()));
        script.entry()
                .ifPresent(entry -> fields.put("at", entry.at().toString())
                        .put("by", entry.by())
                        .put("millis", entry.duration().toMillis()));
        script.finding().ifPresent(finding -> fields.put("code", finding.code()).put("finding", finding.message()));
        return fields.build();
    }
}
