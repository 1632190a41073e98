package dev.decant.journal;

import dev.decant.change.Change;
import dev.decant.sql.Syntax;
import java.util.List;

/**
 * A migration: a folder as a value.
 *
 * @param id the name of its folder, the time and a short form of the title: {@code 20261122161730_add_team_slug}
 * @param title what it is for
 * @param parents the ids of the migrations that it was made on top of
 * @param breaking what programs that know the schema before must be told
 * @param changes what it changes, in an order in which they apply
 * @param fingerprint the fingerprint of the state after it
 * @param up what is run
 * @param down what is run to take it back
 * @param assertions what must hold around it
 * @param recorded the checksums that the files had when they were written
 */
public record Migration(
        String id,
        String title,
        List<String> parents,
        List<String> breaking,
        List<Change> changes,
        String fingerprint,
        SqlFile up,
        SqlFile down,
        Assertions assertions,
        Checksums recorded) {
    /** Copies the lists. */
    public Migration {
        parents = List.copyOf(parents);
        breaking = List.copyOf(breaking);
        changes = List.copyOf(changes);
    }

    /**
     * The checksums of the two files.
     *
     * @param up that of {@code up.sql}
     * @param down that of {@code down.sql}
     */
    public record Checksums(String up, String down) {
        /** The checksums of two files as they are. */
        static Checksums of(SqlFile up, SqlFile down, Syntax syntax) {
            return new Checksums(up.checksum(syntax), down.checksum(syntax));
        }
    }

    /** The same with other files, as if they had been generated so. */
    Migration with(SqlFile otherUp, SqlFile otherDown, Syntax syntax) {
        return new Migration(
                id,
                title,
                parents,
                breaking,
                changes,
                fingerprint,
                otherUp,
                otherDown,
                assertions,
                Checksums.of(otherUp, otherDown, syntax));
    }

    @Override
    public String toString() {
        return id;
    }
}
