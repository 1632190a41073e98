package dev.decant.cli;

import dev.decant.change.Change;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan for people: what changes, how the database does it, and what to look at twice. */
final class PlanText {
    private final Ink ink;
    private final boolean withSql;

    /** A text in these colours, with the statements or without. */
    PlanText(Ink ink, boolean withSql) {
        this.ink = ink;
        this.withSql = withSql;
    }

    List<String> lines(Plan plan) {
        List<String> lines = new ArrayList<>();
        List<Change> told = List.of();
        for (Statement statement : plan.statements().toList()) {
            if (!statement.serves().equals(told)) {
                told = statement.serves();
                told.forEach(change -> lines.add(line(change)));
            }
            addDetails(statement, lines);
        }
        return lines;
    }

    private String line(Change change) {
        String line = change.verb().sign() + " " + change.subject();
        return switch (change.verb()) {
            case CREATE -> ink.green(line);
            case DROP -> ink.red(line);
            case ALTER, RENAME -> ink.yellow(line);
        };
    }

    private void addDetails(Statement statement, List<String> lines) {
        if (withSql) {
            statement.sql().lines().forEach(line -> lines.add("    " + line));
        }
        if (!statement.explanation().isBlank()) {
            lines.add("    " + ink.faint(statement.explanation()));
        }
        statement.hazards().forEach(hazard -> lines.add("    " + line(hazard)));
    }

    private String line(Hazard hazard) {
        String line = "! " + words(hazard.kind()) + ": " + hazard.message();
        return switch (hazard.kind()) {
            case DATA_LOSS, BREAKING -> ink.red(line);
            case DATA_DEPENDENT, REWRITE, BLOCKING -> ink.yellow(line);
        };
    }

    private static String words(Hazard.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
