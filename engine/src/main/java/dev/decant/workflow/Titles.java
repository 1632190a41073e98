package dev.decant.workflow;

import dev.decant.change.Change;
import java.util.List;

/** Titles for migrations whose author gave none. */
final class Titles {
    private static final int LONGEST = 50;

    private Titles() {}

    /** What the changes do, in a few words. */
    static String of(List<Change> changes, boolean first) {
        if (first) {
            return "initial";
        }
        String only = shortly(changes.getFirst());
        String more = changes.size() == 1 ? "" : " and " + (changes.size() - 1) + " more";
        return only + more;
    }

    private static String shortly(Change change) {
        String words = change.describe().replace(" public.", " ").replaceFirst(":.*", "");
        return words.length() > LONGEST ? words.substring(0, LONGEST).strip() : words;
    }
}
