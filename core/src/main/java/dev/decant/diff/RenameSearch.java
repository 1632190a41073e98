package dev.decant.diff;

import dev.decant.failure.Failure;
import dev.decant.model.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds which of the things that are gone became which of those that are new, among things of one kind in one place.
 *
 * <p>What the author says counts first, and then what history knows. Then things that are the same but for the name are renamed without a question, where {@link
 * Likeness#SAME} is possible; a question is asked where one may well have become the other.
 *
 * @param <T> the things
 */
final class RenameSearch<T> {
    /** How much two things are alike, apart from their names. */
    enum Likeness {
        NONE,
        SIMILAR,
        SAME
    }

    /** A rename that was found. */
    record Rename(String before, String after) {}

    private final Map<String, T> before;
    private final Map<String, T> after;
    private final Set<String> others;
    private final List<String> gone;
    private final Function<T, Reference> reference;
    private final Map<String, String> formerByCurrent = new LinkedHashMap<>();
    private final Set<String> claimed = new LinkedHashSet<>();

    RenameSearch(List<T> before, List<T> after, Function<T, String> name, Function<T, Reference> reference) {
        this(before, after, name, reference, Set.of(), Set.of());
    }

    /**
     * The same among names of which some are those of other things in the same place.
     *
     * @param taken the names that others have before
     * @param kept the names that others have after
     */
    RenameSearch(
            List<T> before,
            List<T> after,
            Function<T, String> name,
            Function<T, Reference> reference,
            Set<String> taken,
            Set<String> kept) {
        this.before = byName(before, name);
        this.after = byName(after, name);
        this.others = taken;
        this.gone = this.before.keySet().stream()
                .filter(former -> !this.after.containsKey(former) && !kept.contains(former))
                .toList();
        this.reference = reference;
    }

    private static <T> Map<String, T> byName(List<T> things, Function<T, String> name) {
        return things.stream().collect(Collectors.toMap(name, thing -> thing, (a, b) -> b, LinkedHashMap::new));
    }

    /** The renames, in an order in which none takes a name that is still taken. */
    List<Rename> find(Inquiry inquiry, Likenesses<T> likeness) {
        followFormerNames(inquiry);
        for (String current : after.keySet()) {
            if (isNew(current)) {
                unnamed(current, inquiry, likeness);
            }
        }
        List<Rename> found = new ArrayList<>();
        formerByCurrent.forEach((current, former) -> found.add(new Rename(former, current)));
        return found;
    }

    /** What an author says must be possible; what history tells is passed over where it is not. */
    private void followFormerNames(Inquiry inquiry) {
        Map<String, String> told = follow(inquiry::formerNames);
        told.forEach((current, former) -> {
            if (!after.containsKey(former) && !claimed.contains(former) || isExchanged(current, told)) {
                throw taken(current, former);
            }
        });
        follow(inquiry::earlierNames);
    }

    /** Follows these names, and answers those that could not be followed. */
    private Map<String, String> follow(Function<Reference, List<String>> names) {
        Map<String, String> told = new LinkedHashMap<>();
        after.forEach((current, thing) -> names.apply(reference.apply(thing)).stream()
                .filter(former -> before.containsKey(former) && !former.equals(current))
                .filter(former -> !formerByCurrent.containsKey(current))
                .findFirst()
                .ifPresent(former -> told.put(current, former)));
        boolean progress = true;
        while (progress) {
            progress = told.entrySet().removeIf(entry -> claim(entry.getKey(), entry.getValue()));
        }
        return told;
    }

    private boolean claim(String current, String former) {
        if (!isFree(current) || claimed.contains(former)) {
            return false;
        }
        formerByCurrent.put(current, former);
        claimed.add(former);
        return true;
    }

    /** Whether names go round in a ring, so that none of them is free first. */
    private static boolean isExchanged(String current, Map<String, String> told) {
        String name = current;
        for (int i = 0; i < told.size() && told.containsKey(name); i++) {
            name = told.getOrDefault(name, "");
            if (name.equals(current)) {
                return true;
            }
        }
        return false;
    }

    private RuntimeException taken(String current, String former) {
        String now = ReferenceNotation.words(reference.apply(required(after, current)));
        return Failure.of("DCT-405", now + " is said to have been " + former + ", but both are there")
                .next("drop or rename the old " + current
                        + " in a migration of its own first, or take the former name out of the schema")
                .exception();
    }

    private boolean isNew(String current) {
        return !formerByCurrent.containsKey(current) && isFree(current);
    }

    /** Whether nothing has the name before, or what has it gives it up. */
    private boolean isFree(String current) {
        return !others.contains(current) && !before.containsKey(current) || claimed.contains(current);
    }

    private void unnamed(String current, Inquiry inquiry, Likenesses<T> likeness) {
        T thing = required(after, current);
        List<String> same = gone(former -> likeness.between(former, thing) == Likeness.SAME);
        if (!same.isEmpty()) {
            claim(current, same.getFirst());
            return;
        }
        List<String> similar = gone(former -> likeness.between(former, thing) == Likeness.SIMILAR);
        if (!similar.isEmpty()) {
            Optional<String> former = inquiry.ask(new RenameQuestion(reference.apply(thing), similar));
            former.ifPresent(name -> claim(current, name));
        }
    }

    private List<String> gone(Predicate<T> alike) {
        return gone.stream()
                .filter(name -> !claimed.contains(name))
                .filter(name -> alike.test(required(before, name)))
                .toList();
    }

    private static <T> T required(Map<String, T> things, String name) {
        return Optional.ofNullable(things.get(name)).orElseThrow();
    }

    /** Tells how alike something before and something after are. */
    @FunctionalInterface
    interface Likenesses<T> {
        /** How alike they are, apart from their names. */
        Likeness between(T before, T after);

        /** Renamed without a question when the same, else never. */
        static <T> Likenesses<T> same(BiPredicate<T, T> same) {
            return (before, after) -> same.test(before, after) ? Likeness.SAME : Likeness.NONE;
        }

        /** Asked about when similar. */
        static <T> Likenesses<T> similar(BiPredicate<T, T> similar) {
            return (before, after) -> similar.test(before, after) ? Likeness.SIMILAR : Likeness.NONE;
        }
    }
}
