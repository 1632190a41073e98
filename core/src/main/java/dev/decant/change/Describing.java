package dev.decant.change;

import dev.decant.model.Column;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How changes put their subjects into words. */
final class Describing {
    private Describing() {}

    static String member(ObjectName table, String name) {
        return table + "." + ObjectName.of(name);
    }

    static String part(ObjectName table, TablePart part) {
        String named = part.partKind().word() + " " + member(table, part.name());
        return part instanceof Column column ? named + " " + column.type() : named;
    }

    static String difference(TablePart before, TablePart after) {
        return before instanceof Column from && after instanceof Column to ? ": " + difference(from, to) : "";
    }

    private static String difference(Column before, Column after) {
        List<String> words = new ArrayList<>();
        if (!before.type().equals(after.type())) {
            words.add("type " + after.type());
        }
        if (before.nullable() != after.nullable()) {
            words.add(after.nullable() ? "nullable" : "not null");
        }
        if (!before.fill().equals(after.fill())) {
            words.add(fill(after.fill()));
        }
        if (!before.collation().equals(after.collation())) {
            words.add("collation");
        }
        Stream.concat(before.options().keySet().stream(), after.options().keySet().stream())
                .distinct()
                .filter(key -> !Objects.equals(
                        before.options().get(key), after.options().get(key)))
                .forEach(words::add);
        if (!before.comment().equals(after.comment())) {
            words.add("comment");
        }
        return String.join(", ", words);
    }

    private static String fill(Fill fill) {
        return switch (fill) {
            case Fill.Nothing nothing -> "no default";
            case Fill.Default value -> "default " + value.value();
            case Fill.Identity identity -> "identity";
            case Fill.Serial serial -> "serial";
            case Fill.AutoIncrement counted -> "auto-increment";
            case Fill.Generated generated -> "generated as " + generated.value();
        };
    }
}
