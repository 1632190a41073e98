package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.FormerNames;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.model.FormerName;
import java.util.ArrayList;
import java.util.List;

/**
 * What the migrations of a project do between two sides of a comparison, which tells what of them was renamed. Code and databases count as
 * the end of the migrations, and what is outside of the project as their beginning.
 *
 * @param project whose migrations they are
 */
record Between(Project project) {
    /** What things of the second were called in the first, as far as migrations renamed them. */
    List<FormerName> renames(Side from, Side to) {
        if (isAtEnd(from) && isAtEnd(to)
                || from.equals(to)
                || from instanceof Side.Nothing
                || to instanceof Side.Nothing) {
            return List.of();
        }
        Journal journal = project.journal();
        return FormerNames.before(way(reached(from, journal), reached(to, journal)))
                .all();
    }

    /** Those of the first that the second has not are taken back, and then those of the second are made. */
    private static List<Change> way(List<Migration> there, List<Migration> wanted) {
        List<Change> way = new ArrayList<>(Changes.reverse(changes(there, wanted)));
        way.addAll(changes(wanted, there));
        return way;
    }

    private static List<Change> changes(List<Migration> some, List<Migration> without) {
        return some.stream()
                .filter(migration -> !without.contains(migration))
                .flatMap(migration -> migration.changes().stream())
                .toList();
    }

    private static List<Migration> reached(Side side, Journal journal) {
        if (side instanceof Side.At(String migration)) {
            return journal.upTo(migration);
        }
        return isAtEnd(side) ? journal.migrations() : List.of();
    }

    private static boolean isAtEnd(Side side) {
        return switch (side) {
            case Side.Code code -> true;
            case Side.Migrations migrations -> true;
            case Side.Ran ran -> true;
            case Side.Live live -> true;
            case Side.At at -> false;
            case Side.Nothing nothing -> false;
            case Side.SqlFile file -> false;
            case Side.JavaFolder folder -> false;
            case Side.MigrationFolder folder -> false;
        };
    }
}
