package dev.decant.plan;

import dev.decant.model.ObjectKey;
import dev.decant.model.Reference;
import dev.decant.plan.Event.Act;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Routines of one name that take other types: they can be there side by side, and nobody who uses the name says which one is meant. */
final class Overloads {
    private final Map<Integer, Set<String>> signatures = new HashMap<>();

    /** Notes what routines come or go at a position. */
    void note(int position, Set<Reference> references) {
        for (Reference reference : references) {
            if (reference instanceof Reference.ToObject(ObjectKey key)
                    && references.contains(new Reference.ToRoutine(key.name()))) {
                signatures.computeIfAbsent(position, any -> new HashSet<>(2)).add(key.distinction());
            }
        }
    }

    /** Whether what goes at one position and what comes at another can be there at once. */
    boolean areApart(int end, int begin) {
        return Collections.disjoint(signatures.getOrDefault(end, Set.of()), signatures.getOrDefault(begin, Set.of()));
    }

    /** Whether several come or go under the name. */
    static boolean isOfSeveral(Reference reference, List<Event> all) {
        return reference instanceof Reference.ToRoutine
                && (Event.positions(all, Act.PROVIDE).size() > 1
                        || Event.positions(all, Act.DESTROY).size() > 1);
    }

    /** Every use waits for all that come and holds up all that go, unless that leads round in a circle: then it was another that was meant. */
    static void wishes(List<Event> all, BiConsumer<Integer, Integer> wish) {
        for (Event use : all) {
            for (Event event : all) {
                boolean comes = event.act() == Act.PROVIDE || event.act() == Act.ALTER;
                boolean goes = event.act() == Act.DESTROY || event.act() == Act.ALTER;
                if (use.act() == Act.REQUIRE && comes) {
                    wish.accept(event.position(), use.position());
                } else if (use.act() == Act.RELEASE && goes) {
                    wish.accept(use.position(), event.position());
                }
            }
        }
    }
}
