package dev.decant.journal;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.plan.Plan;
import dev.decant.plan.Step;
import dev.decant.sql.Lexer;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import java.util.List;
import java.util.Locale;

/** Writes a plan as SQL that a person reviews: each statement under a line that says what it does to the database. */
public final class SqlWriter {
    private static final String HINT = "Write your SQL here; it runs in one transaction. See docs/guide/migrations.md.";

    private final Syntax syntax;
    private final StringBuilder text = new StringBuilder();

    private SqlWriter(Syntax syntax) {
        this.syntax = syntax;
    }

    /**
     * Writes a plan as a file of a migration.
     *
     * @param header what is said before the first statement, a line each
     */
    public static String write(Plan plan, List<String> header, Syntax syntax) {
        SqlWriter writer = new SqlWriter(syntax);
        header.forEach(writer::comment);
        if (plan.isEmpty()) {
            writer.comment(HINT);
        }
        boolean plain = plan.steps().size() == 1 && plan.steps().getFirst().transactional();
        for (Step step : plan.steps()) {
            if (!plain) {
                writer.heading(step);
            }
            step.statements().forEach(writer::statement);
        }
        return writer.text.toString();
    }

    /**
     * Writes a plan as a script for a client program, which begins and ends its transactions by itself.
     *
     * @param header what is said before the first statement, a line each
     */
    public static String script(Plan plan, List<String> header, Syntax syntax) {
        SqlWriter writer = new SqlWriter(syntax);
        header.forEach(writer::comment);
        for (Step step : plan.steps()) {
            if (step.transactional()) {
                writer.text.append("\nBEGIN;\n");
            }
            step.statements().forEach(writer::statement);
            if (step.transactional()) {
                writer.text.append("\nCOMMIT;\n");
            }
        }
        return writer.text.toString();
    }

    private void heading(Step step) {
        text.append("\n-- decant: ")
                .append(StepDirectives.STEP)
                .append(' ')
                .append(step.name())
                .append('\n');
        if (!step.transactional()) {
            text.append("-- decant: ").append(StepDirectives.TRANSACTION).append(' ');
            text.append(StepDirectives.NONE).append('\n');
        }
    }

    private void statement(Statement statement) {
        text.append('\n');
        if (!statement.explanation().isBlank()) {
            comment(statement.explanation());
        }
        for (Hazard hazard : statement.hazards()) {
            comment(words(hazard.kind()) + ": " + hazard.message());
        }
        text.append(statement.sql()).append(endsInComment(statement.sql()) ? "\n;\n" : ";\n");
    }

    static String words(Hazard.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** One line of comment, whatever is in it; nothing in it becomes a directive. */
    private void comment(String line) {
        String plain = line.replaceAll("\\s+", " ").strip();
        boolean looksLikeDirective = plain.toLowerCase(Locale.ROOT).startsWith("decant:");
        text.append("-- ")
                .append(looksLikeDirective ? "(" + plain + ")" : plain)
                .append('\n');
    }

    private boolean endsInComment(String sql) {
        return Lexer.tokens(sql, syntax).getLast().kind() == Token.Kind.COMMENT;
    }
}
