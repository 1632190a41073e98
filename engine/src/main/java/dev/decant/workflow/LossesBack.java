package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.database.Target;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Statement;
import dev.decant.failure.Counted;
import dev.decant.history.HistoryEntry;
import dev.decant.history.WayBack;
import dev.decant.journal.SqlFile;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import java.sql.Connection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is gone after a migration was taken back: the rows and values that are there at the moment, counted; of SQL that somebody wrote, the
 * statements that take some away.
 *
 * @param target the database
 * @param connection a session in it
 */
record LossesBack(Target target, Connection connection) {
    /**
     * What is gone, in words.
     *
     * @param after the state that the migration led to
     * @param changes what it changed
     */
    List<String> of(HistoryEntry entry, WayBack way, Schema after, List<Change> changes) {
        if (changes.isEmpty()) {
            return written(entry, way);
        }
        return DataFindings.of(back(way, after, Changes.reverse(changes)), after, target.database(), connection)
                .losses();
    }

    /** The way back, which gives others what they had as far as it was written so; an older one just takes away. */
    private Plan back(WayBack way, Schema after, List<Change> changes) {
        Planner planner = new Planner(dialect());
        Plan plain = planner.plan(after, changes);
        Plan giving = planner.back().plan(after, changes);
        Set<String> usual = plain.statements().map(Statement::sql).collect(Collectors.toSet());
        return giving.statements()
                        .map(Statement::sql)
                        .allMatch(sql -> usual.contains(sql) || way.downSql().contains(sql))
                ? giving
                : plain;
    }

    private List<String> written(HistoryEntry entry, WayBack way) {
        String path = entry.id() + "/down.sql";
        return new SqlFile(path, way.downSql())
                .steps(dialect()).stream()
                        .flatMap(step -> step.statements().stream())
                        .filter(statement -> dialect().traits().removesData(statement.text()))
                        .map(statement -> "what " + path + ":" + statement.line() + " removes: "
                                + firstLine(statement.text()) + counted(statement.text()))
                        .toList();
    }

    /** How much of it can be counted. The table may be another one by then, so that even no row is no reason to ask nobody. */
    private String counted(String sql) {
        OptionalLong rows = DroppedTables.of(sql, dialect().syntax()).rows(connection);
        return rows.isEmpty() ? "" : " (now with " + Counted.of(rows.getAsLong(), "row") + ")";
    }

    private static String firstLine(String sql) {
        return sql.lines().findFirst().orElse("").strip();
    }

    private Dialect dialect() {
        return target.database().dialect();
    }
}
