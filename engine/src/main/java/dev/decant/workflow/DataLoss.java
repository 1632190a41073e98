package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Hazard;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.plan.Planner;
import dev.decant.sql.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What rows and values are gone after migrations ran, as far as their changes tell; of SQL that somebody wrote they tell nothing. */
final class DataLoss {
    private final Journal journal;

    DataLoss(Journal journal) {
        this.journal = journal;
    }

    /** What is gone after these ran. */
    List<Hazard> ofUps(List<Migration> migrations) {
        Set<String> wanted = new HashSet<>();
        migrations.forEach(migration -> wanted.add(migration.id()));
        SchemaBuilder state = Schema.EMPTY.toBuilder();
        Syntax syntax = journal.dialect().syntax();
        List<Hazard> lost = new ArrayList<>();
        for (Migration migration : journal.migrations()) {
            if (wanted.contains(migration.id())) {
                lost.addAll(of(state.build(), migration.changes(), journal.dialect()));
            }
            migration.changes().forEach(change -> change.applyTo(state, syntax));
        }
        return lost;
    }

    private static List<Hazard> of(Schema before, List<Change> changes, Dialect dialect) {
        return new Planner(dialect)
                .plan(before, changes).hazards().stream()
                        .filter(hazard -> hazard.kind() == Hazard.Kind.DATA_LOSS)
                        .toList();
    }

    /** Losses in words. */
    static String words(List<Hazard> losses) {
        return losses.stream().map(Hazard::message).distinct().collect(Collectors.joining(", "));
    }
}
