package dev.decant.journal;

/** Something about a journal that somebody should know, and that is not wrong in itself. */
public sealed interface JournalFinding {
    /** What was found, in a sentence. */
    String message();

    /**
     * A file is not as it was generated.
     *
     * @param migration the migration
     * @param file the path of the file
     */
    record EditedByHand(String migration, String file) implements JournalFinding {
        @Override
        public String message() {
            return file + " was edited by hand after it was generated";
        }
    }

    /**
     * The changes of a migration and all before it do not lead to the state that was meant.
     *
     * @param migration the migration
     * @param recorded the fingerprint that was recorded with it
     * @param found the fingerprint of the state that the changes lead to
     */
    record OtherState(String migration, String recorded, String found) implements JournalFinding {
        @Override
        public String message() {
            return "the changes up to " + migration + " lead to another schema than when it was written: migration.json"
                    + " says " + recorded + ", found " + found;
        }
    }

    /**
     * Two migrations were made side by side, and none was made on top of both.
     *
     * @param one a migration that no other rests on
     * @param other another
     */
    record SeveralHeads(String one, String other) implements JournalFinding {
        @Override
        public String message() {
            return one + " and " + other + " were made side by side; the next migration will rest on both";
        }
    }
}
