package dev.decant.plan;

import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.raw.RawObject;
import dev.decant.plan.Event.Act;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * What happens to each name of a schema over a row of changes.
 *
 * <p>A name can be free, taken by something, free again, and taken by something else: a table is renamed and another created under the old
 * name. Each such span is a lifetime, and only what happens within one lifetime has an order: first it is provided, then used, altered
 * between those that stop using it and those that start, and destroyed last. The row itself need not be in that order; it only has to be
 * one in which every name means what it meant to whoever wrote the row.
 */
final class Lifetimes {
    private final boolean loosened;
    private final Map<Reference, List<Event>> events = new HashMap<>();
    private final Overloads overloads = new Overloads();

    /**
     * Those of no changes so far.
     *
     * @param loosened whether changes are taken apart already because no order suited them; then what can be done without is only wished for
     */
    Lifetimes(boolean loosened) {
        this.loosened = loosened;
    }

    /** Notes what the change at a position does; positions are given in rising order. */
    void note(int position, Footprint footprint) {
        note(footprint.destroys(), new Event(position, Act.DESTROY, footprint.renames()));
        note(footprint.releases(), new Event(position, Act.RELEASE, false));
        note(footprint.leaves(), new Event(position, Act.LEAVE, false));
        note(footprint.provides(), new Event(position, Act.PROVIDE, footprint.renames()));
        note(footprint.alters(), new Event(position, Act.ALTER, false));
        note(footprint.stirs(), new Event(position, Act.STIR, false));
        note(footprint.carries(), new Event(position, Act.CARRY, false));
        note(footprint.requires(), new Event(position, Act.REQUIRE, false));
        note(footprint.prefers(), new Event(position, Act.PREFER, false));
        note(footprint.names(), new Event(position, Act.NAME, false));
        overloads.note(position, footprint.destroys());
        overloads.note(position, footprint.provides());
    }

    private void note(Set<Reference> references, Event event) {
        references.forEach(reference ->
                events.computeIfAbsent(reference, key -> new ArrayList<>(4)).add(event));
    }

    /**
     * Hands on every pair of positions of which the first must run before the second.
     *
     * @param wasThere whether something is there before all changes
     * @param order takes pairs that must be in this order
     * @param wish takes pairs that had better be
     */
    void orders(Predicate<Reference> wasThere, BiConsumer<Integer, Integer> order, BiConsumer<Integer, Integer> wish) {
        events.forEach((reference, all) -> {
            if (all.size() > 1 && Overloads.isOfSeveral(reference, all)) {
                Overloads.wishes(all, wish);
                wishes(all, wish);
                successors(all, wish);
            } else if (all.size() > 1) {
                List<Event> uses = all.stream()
                        .filter(event -> event.act() != Act.NAME && event.act() != Act.PREFER)
                        .toList();
                boolean shared = reference instanceof Reference.ToKey;
                boolean there = wasThere.test(reference);
                List<Event> meant = !there && isSupposed(reference, wasThere) ? withoutSupposed(uses) : uses;
                orders(lifetimes(meant, there, shared), order, wish, reference instanceof Reference.ToRoutine);
                besideRenames(all, order);
                wishes(all, wish);
                successors(all, !loosened && isTakenUnasked(reference) ? order : wish);
            }
        });
    }

    /**
     * Whether what lets go of something that is not there yet only supposes it: it names a column that is of a type in the end, or that a parent
     * of its table comes to have, unless the table comes by that name with all its columns.
     */
    private boolean isSupposed(Reference reference, Predicate<Reference> wasThere) {
        return switch (reference) {
            case Reference.ToType type -> true;
            case Reference.ToColumn(ObjectName table, String column) -> {
                Reference holder = new Reference.ToTable(table);
                yield wasThere.test(holder)
                        && events.getOrDefault(holder, List.of()).stream().noneMatch(Event::renames);
            }
            default -> false;
        };
    }

    /** Without what lets go of something before that is there. */
    private static List<Event> withoutSupposed(List<Event> uses) {
        int first = Event.position(uses, Act.PROVIDE);
        return uses.stream()
                .filter(event -> !event.isParting() || event.position() > first)
                .toList();
    }

    /** What is called by a name stays on the side of a rename of that name on which it stands: a rename changes what was called so before. */
    private static void besideRenames(List<Event> all, BiConsumer<Integer, Integer> order) {
        for (Event rename : all) {
            if (rename.act() == Act.DESTROY && rename.renames()) {
                all.stream()
                        .filter(event -> event.act() == Act.NAME)
                        .forEach(named -> order.accept(
                                Math.min(named.position(), rename.position()),
                                Math.max(named.position(), rename.position())));
            }
        }
    }

    /** What had better be there is waited for once it is provided, and once it has become what it is in the end. */
    private static void wishes(List<Event> all, BiConsumer<Integer, Integer> wish) {
        for (Event preferring : all) {
            if (preferring.act() == Act.PREFER) {
                all.stream()
                        .filter(event -> event.act() == Act.PROVIDE || event.act() == Act.ALTER)
                        .forEach(event -> wish.accept(event.position(), preferring.position()));
            }
        }
    }

    /** Whether whoever comes while it is there rests on it, asked for or not. */
    private static boolean isTakenUnasked(Reference reference) {
        return reference instanceof Reference.ToObject(ObjectKey key)
                && key.kind().equals(RawObject.kindOf("transform"));
    }

    /**
     * What comes finds the routine or the key that is meant once those are gone that could be meant too; and where nothing comes in place of what
     * goes, such as a transform, it can do without, but would be in its way if it came earlier.
     */
    private static void successors(List<Event> all, BiConsumer<Integer, Integer> wish) {
        for (Event use : all) {
            if (use.act() == Act.REQUIRE || use.act() == Act.PREFER) {
                Event.positions(all, Act.DESTROY).stream()
                        .filter(end -> end < use.position())
                        .forEach(end -> wish.accept(end, use.position()));
            }
        }
    }

    /** What comes under a name waits for what goes under it; routines that take other types can be there side by side. */
    private void orders(
            Map<Integer, List<Event>> lifetimes,
            BiConsumer<Integer, Integer> order,
            BiConsumer<Integer, Integer> wish,
            boolean ofRoutines) {
        int previous = -1;
        for (List<Event> lifetime : lifetimes.values()) {
            within(lifetime, order);
            partings(lifetime, wish);
            int begin = Event.position(lifetime, Act.PROVIDE);
            if (previous >= 0 && begin >= 0) {
                boolean sideBySide = ofRoutines && overloads.areApart(previous, begin);
                (sideBySide ? wish : order).accept(previous, begin);
            }
            previous = Event.position(lifetime, Act.DESTROY);
        }
    }

    /**
     * The lifetimes by the position of what provides the name; those that begin before all changes by -1.
     *
     * <p>What lets go of a name means what was there first, unless that is called otherwise by then.
     *
     * @param shared whether several things can have the name at once, as two keys over the same columns do; otherwise what was there first
     *     must be gone before another takes its name, wherever in the row it goes
     */
    private static Map<Integer, List<Event>> lifetimes(List<Event> all, boolean wasThere, boolean shared) {
        Map<Integer, List<Event>> lifetimes = new TreeMap<>();
        int first = Event.position(all, Act.PROVIDE);
        int begin = first < 0 || wasThere || isUsedBefore(first, all) ? -1 : first;
        int eldest = begin;
        boolean eldestIsThere = true;
        boolean eldestIsMeant = isMeantThroughout(eldest, all);
        boolean isThere = true;
        for (Event event : all) {
            if (event.act() == Act.PROVIDE) {
                begin = event.position();
                isThere = true;
            }
            boolean ofEldest = !shared
                    && (event.act() == Act.DESTROY && eldestIsThere
                            || event.isParting() && (eldestIsThere || eldestIsMeant));
            boolean ofNext = !isThere && !shared && event.act() == Act.REQUIRE;
            int lifetime = ofEldest ? eldest : ofNext ? nextAfter(event, all, begin) : begin;
            lifetimes.computeIfAbsent(lifetime, key -> new ArrayList<>()).add(event);
            if (event.act() == Act.DESTROY) {
                isThere = begin > lifetime;
                eldestIsThere = false;
            }
        }
        return lifetimes;
    }

    /** Whether what has the name first, at most by a rename, is what lets go of it means even after that: no other comes by or goes to another name. */
    private static boolean isMeantThroughout(int begin, List<Event> all) {
        List<Event> renames = all.stream().filter(Event::renames).toList();
        return begin < 0
                ? renames.isEmpty()
                : renames.size() == 1 && renames.getFirst().position() == begin;
    }

    /** Where the name is provided again for what is in need of it although it is gone; the row need not have the two in order. */
    private static int nextAfter(Event need, List<Event> all, int otherwise) {
        return all.stream()
                .filter(event -> event.act() == Act.PROVIDE && event.position() > need.position())
                .mapToInt(Event::position)
                .findFirst()
                .orElse(otherwise);
    }

    /** Whether the name must have been there all along: it came with a renamed table, and only the table's own name is noted then. */
    private static boolean isUsedBefore(int position, List<Event> all) {
        return all.stream().anyMatch(event -> event.position() < position && event.act() != Act.REQUIRE);
    }

    private static void within(List<Event> lifetime, BiConsumer<Integer, Integer> order) {
        int begin = Event.position(lifetime, Act.PROVIDE);
        List<Integer> ends = Event.positions(lifetime, Act.DESTROY);
        List<Integer> alters = Event.positions(lifetime, Act.ALTER);
        for (int i = 1; i < alters.size(); i++) {
            order.accept(alters.get(i - 1), alters.get(i));
        }
        List<Integer> stirs = new ArrayList<>(alters);
        stirs.addAll(Event.positions(lifetime, Act.CARRY));
        for (Event event : lifetime) {
            if (begin >= 0) {
                order.accept(begin, event.position());
            }
            if (event.act() != Act.DESTROY) {
                ends.stream()
                        .filter(end -> !restsOnAnother(event, end))
                        .forEach(end -> order.accept(event.position(), end));
            }
            switch (event.act()) {
                case RELEASE -> stirs.forEach(stir -> order.accept(event.position(), stir));
                case REQUIRE -> stirs.forEach(stir -> order.accept(stir, event.position()));
                case PROVIDE, LEAVE, ALTER, STIR, CARRY, PREFER, NAME, DESTROY -> {}
            }
        }
    }

    /** What lets go of a thing anyway had better do so before that becomes another or is rewritten, and what comes to rest on it after that. */
    private static void partings(List<Event> lifetime, BiConsumer<Integer, Integer> wish) {
        List<Integer> stirs = Event.positions(lifetime, Act.STIR);
        for (int leave : Event.positions(lifetime, Act.LEAVE)) {
            Event.positions(lifetime, Act.ALTER).forEach(alter -> wish.accept(leave, alter));
            stirs.forEach(stir -> wish.accept(leave, stir));
        }
        for (int require : Event.positions(lifetime, Act.REQUIRE)) {
            stirs.forEach(stir -> wish.accept(stir, require));
        }
    }

    /** Whether something is used although the row has it destroyed before: then there are two of it, such as two keys over the same columns. */
    private static boolean restsOnAnother(Event event, int end) {
        return event.act() == Act.REQUIRE && event.position() > end;
    }
}
