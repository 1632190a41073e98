package dev.decant.workflow;

import dev.decant.journal.JournalFinding;
import dev.decant.journal.Migration;
import dev.decant.plan.Plan;
import java.nio.file.Path;
import java.util.List;

/** What {@code generate} did. */
public sealed interface Generated {
    /** What one should know of the migrations that were there before. */
    List<JournalFinding> findings();

    /** The migrations lead to what the code says already. */
    record Nothing(List<JournalFinding> findings) implements Generated {
        /** Copies the findings. */
        public Nothing {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A migration was written.
     *
     * @param folder where
     * @param up what it does
     * @param down what takes it back
     */
    record Written(Migration migration, Path folder, Plan up, Plan down, List<JournalFinding> findings)
            implements Generated {
        /** Copies the findings. */
        public Written {
            findings = List.copyOf(findings);
        }
    }
}
