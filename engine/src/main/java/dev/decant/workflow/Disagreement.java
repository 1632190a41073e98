package dev.decant.workflow;

import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Names what is not the same in two schemas. */
final class Disagreement {
    private Disagreement() {}

    static List<String> between(Schema one, Schema other) {
        List<String> names = new ArrayList<>();
        for (ObjectName name : union(one.tables().keySet(), other.tables().keySet())) {
            Optional<Table> there = one.table(name);
            if (there.isEmpty() || other.table(name).isEmpty()) {
                names.add("the table " + name);
            } else if (!there.equals(other.table(name))) {
                names.addAll(between(there.get(), other.table(name).get()));
            }
        }
        for (ObjectKey key : union(one.objects().keySet(), other.objects().keySet())) {
            if (!one.object(key).equals(other.object(key))) {
                names.add("the " + key);
            }
        }
        return names;
    }

    private static List<String> between(Table one, Table other) {
        List<String> names = new ArrayList<>();
        if (!one.traits().equals(other.traits())) {
            names.add("the options, the comment or the parents of the table " + one.name());
        }
        for (PartKind kind : PartKind.values()) {
            Set<String> parts = union(names(one, kind), names(other, kind));
            Function<String, String> title = name -> "the %s %s of %s".formatted(kind.word(), name, one.name());
            parts.stream()
                    .filter(name -> !one.part(kind, name).equals(other.part(kind, name)))
                    .map(title)
                    .forEach(names::add);
        }
        return names;
    }

    private static Set<String> names(Table table, PartKind kind) {
        Set<String> names = new TreeSet<>();
        table.parts(kind).stream().map(TablePart::name).forEach(names::add);
        return names;
    }

    private static <T extends Comparable<? super T>> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> union = new TreeSet<>(some);
        union.addAll(others);
        return union;
    }
}
