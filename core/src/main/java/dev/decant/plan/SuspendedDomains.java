package dev.decant.plan;

import dev.decant.change.AlterObject;
import dev.decant.change.Change;
import dev.decant.change.DropObject;
import dev.decant.model.ObjectKey;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.domain.Domain;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** The domains whose conditions or default rest on routines that go and come back: meanwhile they stand without these. */
final class SuspendedDomains {
    /** A domain that cannot stay as it is. */
    private record Given(Domain before, Domain after) {}

    private final ObjectUses uses;
    private final Set<Reference> routines;
    private final SequencedMap<ObjectKey, Given> domains = new LinkedHashMap<>();

    private SuspendedDomains(ObjectUses uses, Set<Reference> routines) {
        this.uses = uses;
        this.routines = routines;
    }

    /** Those of a schema that rest on some routines. */
    static SuspendedDomains of(Schema state, ObjectUses uses, Set<Reference> routines) {
        SuspendedDomains suspended = new SuspendedDomains(uses, routines);
        if (!routines.isEmpty()) {
            state.objects(Domain.KIND).stream().filter(suspended::rests).forEach(suspended::note);
        }
        return suspended;
    }

    private void note(Domain domain) {
        domains.put(domain.key(), new Given(domain, domain));
    }

    private boolean rests(Domain domain) {
        return !Collections.disjoint(uses.usedBy(domain), routines);
    }

    /** Only what does not rest on the routines. */
    private Domain bare(Domain domain) {
        Domain nothing = domain.withChecks(List.of()).withFill(Optional.empty());
        return domain.withFill(domain.fill().filter(fill -> !rests(nothing.withFill(Optional.of(fill)))))
                .withChecks(domain.checks().stream()
                        .filter(check -> !rests(nothing.withChecks(List.of(check))))
                        .toList());
    }

    /** A change as it is when these conditions are away. */
    Stream<Change> apart(Change change) {
        if (change instanceof AlterObject(Domain before, Domain after) && domains.containsKey(before.key())) {
            domains.put(before.key(), new Given(before, after));
            return bare(before).equals(bare(after))
                    ? Stream.empty()
                    : Stream.of(new AlterObject(bare(before), bare(after)));
        }
        return Stream.of(change);
    }

    /** Leaves alone a domain that goes for good. */
    void forget(Change change) {
        if (change instanceof DropObject drop) {
            domains.remove(drop.object().key());
        }
    }

    /** What takes the conditions away. */
    Stream<Change> taken() {
        return domains.sequencedValues().stream().map(given -> new AlterObject(given.before(), bare(given.before())));
    }

    /** What gives them again, as they shall be. */
    Stream<Change> given() {
        return domains.sequencedValues().stream()
                .filter(given -> !bare(given.after()).equals(given.after()))
                .map(given -> new AlterObject(bare(given.after()), given.after()));
    }
}
