package dev.decant.journal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a journal holds beside its migrations.
 *
 * @param repeatables scripts that run again when they changed, in the order in which they run
 * @param hooks scripts that run at certain moments
 */
public record Scripts(List<Repeatable> repeatables, Map<Hook, SqlFile> hooks) {
    /** Nothing. */
    public static final Scripts NONE = new Scripts(List.of(), Map.of());

    /** Copies, and puts in order. */
    public Scripts {
        repeatables = repeatables.stream()
                .sorted(Comparator.comparing(Repeatable::name))
                .toList();
        hooks = Map.copyOf(hooks);
    }

    /** The script for a moment. */
    public Optional<SqlFile> hook(Hook hook) {
        return Optional.ofNullable(hooks.get(hook));
    }
}
