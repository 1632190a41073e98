package dev.decant.emit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The constants of Java for the labels of an enum. */
final class LabelNames {
    private final Map<String, String> constants = new HashMap<>();

    /**
     * Names the labels.
     *
     * @param existing the constants that there are, by their labels, in their order
     */
    LabelNames(List<String> labels, Map<String, String> existing) {
        FreeIdentifiers free = FreeIdentifiers.ofFields();
        constants.putAll(existing);
        RenamedLabels.between(List.copyOf(existing.keySet()), labels).forEach((label, old) -> {
            String constant = existing.get(old);
            if (constant != null && !constant.equals(old)) {
                constants.put(label, constant);
            }
        });
        free.take(existing.values());
        labels.stream().filter(LabelNames::isConstant).filter(free::take).forEach(label -> constants.put(label, label));
        labels.forEach(
                label -> constants.computeIfAbsent(label, text -> free.free(Identifiers.constant(text, "VALUE"))));
    }

    private static boolean isConstant(String label) {
        return Identifiers.constant(label, "VALUE").equals(label);
    }

    /** The constant for a label. */
    String of(String label) {
        return Objects.requireNonNull(constants.get(label), "no label of the enum");
    }
}
