package dev.decant.emit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which labels of an enum are old ones under other names: those in the same places, when there are as many as before. */
final class RenamedLabels {
    private RenamedLabels() {}

    /** The old labels by the new ones; none when one label only went to another place, or came or went. */
    static Map<String, String> between(List<String> before, List<String> after) {
        if (before.size() != after.size()) {
            return Map.of();
        }
        Map<String, String> renamed = new LinkedHashMap<>();
        for (int i = 0; i < after.size(); i++) {
            String old = before.get(i);
            String label = after.get(i);
            if (!old.equals(label)) {
                if (after.contains(old) || before.contains(label)) {
                    return Map.of();
                }
                renamed.put(label, old);
            }
        }
        return renamed;
    }
}
