package dev.decant.plan;

import dev.decant.model.ObjectKey;
import dev.decant.model.Reference;
import dev.decant.model.collation.Collation;
import java.util.HashSet;
import java.util.Set;

/**
 * What a change has to do with the names of a schema; all that ordering needs to know of it.
 *
 * @param provides what is there afterwards and was not before
 * @param destroys what is gone afterwards
 * @param alters what is there before and after, as something else
 * @param stirs what stays the same and has something of it rewritten: the type of a table's rows, with a column of the table
 * @param carries what is the same before and after, but not meanwhile: a type that is made of the one that changes
 * @param requires what the state after rests on
 * @param releases what the state before rested on, and what must not become another thing before that is over
 * @param leaves what the state before rested on and may become another thing meanwhile, as a type does under a column that gets another
 * @param names what the state after calls by name without resting on it, so that only a rename of it has a side
 * @param prefers what had better be there before, though nothing rests on it
 * @param renames whether what is provided is what was destroyed, under another name
 */
record Footprint(
        Set<Reference> provides,
        Set<Reference> destroys,
        Set<Reference> alters,
        Set<Reference> stirs,
        Set<Reference> carries,
        Set<Reference> requires,
        Set<Reference> releases,
        Set<Reference> leaves,
        Set<Reference> names,
        Set<Reference> prefers,
        boolean renames) {
    Footprint(boolean renames) {
        this(
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                renames);
    }

    /** What provided some things provides others. */
    void become(Set<Reference> before, Set<Reference> after) {
        provides.addAll(without(after, before));
        destroys.addAll(without(before, after));
        alters.addAll(without(after, provides));
    }

    /** A type or collation may become another meanwhile, for it takes with it the columns that are still there; a column may not. */
    void release(Set<Reference> references) {
        for (Reference given : references) {
            (isOfType(given) ? leaves : releases).add(given);
        }
    }

    private static boolean isOfType(Reference reference) {
        return switch (reference) {
            case Reference.ToType type -> true;
            case Reference.ToMember member -> true;
            case Reference.ToObject(ObjectKey object) -> object.kind().equals(Collation.KIND);
            default -> false;
        };
    }

    /** Those of some that are not among others. */
    static Set<Reference> without(Set<Reference> all, Set<Reference> some) {
        Set<Reference> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
