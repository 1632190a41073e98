package dev.decant.testkit;

import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells in a few lines how two schemas differ, for the messages of failed tests. */
public final class SchemaDifference {
    private SchemaDifference() {}

    /** Fails, with the difference, unless the two are equal. */
    public static void requireEqual(Schema actual, Schema expected) {
        if (!actual.equals(expected)) {
            throw new AssertionError("not the schema that was expected:\n" + String.join("\n", of(actual, expected)));
        }
    }

    /** The differences, one or two lines each; none when the two are equal. */
    public static List<String> of(Schema actual, Schema expected) {
        List<String> lines = new ArrayList<>();
        for (ObjectKey key : union(actual.objects().keySet(), expected.objects().keySet())) {
            compare(
                    key.toString(),
                    actual.objects().get(key),
                    expected.objects().get(key),
                    lines);
        }
        for (ObjectName name : union(actual.tables().keySet(), expected.tables().keySet())) {
            Table found = actual.tables().get(name);
            Table wanted = expected.tables().get(name);
            if (found == null || wanted == null) {
                compare("table " + name, found, wanted, lines);
            } else {
                compareTables(found, wanted, lines);
            }
        }
        return lines;
    }

    private static void compareTables(Table actual, Table expected, List<String> lines) {
        compare("table " + actual.name(), actual.traits(), expected.traits(), lines);
        for (PartKind kind : PartKind.values()) {
            for (String part : union(names(actual, kind), names(expected, kind))) {
                compare(
                        kind.word() + " " + actual.name() + "." + part,
                        actual.part(kind, part).orElse(null),
                        expected.part(kind, part).orElse(null),
                        lines);
            }
        }
    }

    private static Set<String> names(Table table, PartKind kind) {
        Set<String> names = new TreeSet<>();
        table.parts(kind).stream().map(TablePart::name).forEach(names::add);
        return names;
    }

    private static void compare(String what, @Nullable Object actual, @Nullable Object expected, List<String> lines) {
        if (!Objects.equals(actual, expected)) {
            lines.add(what + "\n    is     " + actual + "\n    wanted " + expected);
        }
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
