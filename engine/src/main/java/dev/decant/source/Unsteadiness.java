package dev.decant.source;

import dev.decant.dsl.Declaration;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what is not the same when a schema is evaluated again. */
final class Unsteadiness {
    private final List<Failure> failures = new ArrayList<>();

    private Unsteadiness() {}

    /**
     * Passes when both say the same.
     *
     * @throws DecantException naming each table and what differs
     */
    static void refuse(Declaration first, Declaration second) {
        Unsteadiness found = new Unsteadiness();
        found.compare(first.schema(), second.schema());
        found.compare("what things were called before", first.formerNames(), second.formerNames());
        if (!found.failures.isEmpty()) {
            throw new DecantException(found.failures);
        }
    }

    private void compare(Schema first, Schema second) {
        for (ObjectName name : union(first.tables().keySet(), second.tables().keySet())) {
            @Nullable Table one = first.tables().get(name);
            @Nullable Table other = second.tables().get(name);
            if (one == null || other == null) {
                compare("the table " + name, one, other);
            } else {
                compare(one, other);
            }
        }
        for (ObjectKey key : union(first.objects().keySet(), second.objects().keySet())) {
            compare("the " + key, first.objects().get(key), second.objects().get(key));
        }
    }

    private void compare(Table first, Table second) {
        String table = "the table " + first.name();
        for (PartKind kind : PartKind.values()) {
            Map<String, TablePart> before = byName(first.parts(kind));
            Map<String, TablePart> after = byName(second.parts(kind));
            for (String name : union(before.keySet(), after.keySet())) {
                compare("%s, %s %s,".formatted(table, kind.word(), name), before.get(name), after.get(name));
            }
        }
        compare(table, first.traits(), second.traits());
    }

    private static Map<String, TablePart> byName(List<? extends TablePart> parts) {
        Map<String, TablePart> byName = new LinkedHashMap<>();
        parts.forEach(part -> byName.put(part.name(), part));
        return byName;
    }

    private static <T extends Comparable<? super T>> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> union = new TreeSet<>(some);
        union.addAll(others);
        return union;
    }

    private void compare(String what, @Nullable Object first, @Nullable Object second) {
        if (!Objects.equals(first, second)) {
            failures.add(Failure.of(
                            SourceFailures.UNSTEADY,
                            "%s is not the same when evaluated again: %s".formatted(what, difference(first, second)))
                    .next("take clocks, random numbers, and what else changes by itself out of the schema"));
        }
    }

    private static String difference(@Nullable Object first, @Nullable Object second) {
        if (first == null || second == null) {
            return first == null ? "first it is not there, then it is" : "first it is there, then it is not";
        }
        return FirstDifference.of(first, second).told();
    }
}
