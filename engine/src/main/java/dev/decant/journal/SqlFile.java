package dev.decant.journal;

import dev.decant.dialect.Dialect;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import dev.decant.sql.ScriptStatement;
import dev.decant.sql.Syntax;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of SQL in a migration: plain SQL, in which lines {@code -- decant: step NAME} begin a step and {@code -- decant: transaction none}
 * at the beginning of a step says that it runs outside of a transaction.
 *
 * @param path what the file is called in messages
 * @param content what it says
 * @param java the classes beside it, which it can call
 */
public record SqlFile(String path, SqlText content, List<JavaFile> java) {
    private static final Pattern ASKING = Pattern.compile("(?im)^[ \\t]*--\\s*decant:\\s*placeholders[ \\t]*$");

    /** Puts the classes in order. */
    public SqlFile {
        java = java.stream().sorted(Comparator.comparing(JavaFile::name)).toList();
    }

    /** A file without classes. */
    public SqlFile(String path, String text) {
        this(path, text, List.of());
    }

    /** A file of which the content is held. */
    public SqlFile(String path, String text, List<JavaFile> java) {
        this(path, new HeldText(text), java);
    }

    /** All that it says at once, which can be much. */
    public String text() {
        return content.whole();
    }

    /** The same with classes beside it. */
    SqlFile with(List<JavaFile> classes) {
        return new SqlFile(path, content, classes);
    }

    /**
     * Its steps, none when there is no statement in it. A statement that cannot run in a transaction gets a step of its own where the
     * file does not say so.
     *
     * @throws dev.decant.failure.DecantException when it cannot be taken apart, or begins or ends a transaction by itself
     */
    public List<SqlStep> steps(Dialect dialect) {
        return content.steps(dialect, () -> new StepReader(this, dialect).read());
    }

    /** Its statements without the classes that it calls, as they are written. */
    public Stream<String> statements(Dialect dialect) {
        return steps(dialect).stream()
                .flatMap(step -> step.statements().stream())
                .filter(statement -> statement.directive(StepDirectives.JAVA).isEmpty())
                .map(ScriptStatement::text);
    }

    /**
     * Its only step, for a file that shares a transaction with others.
     *
     * @throws dev.decant.failure.DecantException DCT-221 when it is more than one step, or one outside of transactions
     */
    public Optional<SqlStep> step(Dialect dialect) {
        List<SqlStep> steps = steps(dialect);
        if (steps.size() > 1 || !steps.stream().allMatch(SqlStep::transactional)) {
            throw Failure.of("DCT-221", "it is no single step in a transaction, which this file has to be")
                    .at(path)
                    .next(
                            "leave out -- decant: step and -- decant: transaction, and statements that no transaction can hold")
                    .exception();
        }
        return steps.stream().findFirst();
    }

    /**
     * The same with values in the place of its placeholders; a file that asks for none is the same.
     *
     * @throws dev.decant.failure.DecantException DCT-225 when a value is not known
     */
    public SqlFile filled(Dialect dialect, Placeholders values) {
        List<SqlStep> asking = steps(dialect).stream().filter(SqlStep::fills).toList();
        return asking.isEmpty() ? this : filled(asking, text(), values);
    }

    private SqlFile filled(List<SqlStep> asking, String text, Placeholders values) {
        StringBuilder filled = new StringBuilder();
        int done = 0;
        for (SqlStep step : asking) {
            for (ScriptStatement statement : step.statements()) {
                if (called(statement).isEmpty()) {
                    filled.append(text, done, statement.start())
                            .append(step.filling(this, statement, values).filled());
                    done = statement.start() + statement.text().length();
                }
            }
        }
        return done == 0 ? this : new SqlFile(path, asked(filled.append(text, done, text.length())), java);
    }

    /** A text with values asks for none, even if something in it looks so. */
    private static String asked(CharSequence text) {
        return ASKING.matcher(text).replaceFirst("-- placeholders: with the values that they had");
    }

    /**
     * Finds what cannot be run in it.
     *
     * @param called is told of the classes that it calls
     * @throws dev.decant.failure.DecantException when it cannot be taken apart, a value of a placeholder is not known, or a class is missing
     */
    public void require(Dialect dialect, Placeholders values, Consumer<JavaFile> called) {
        for (SqlStep step : steps(dialect)) {
            for (ScriptStatement statement : step.statements()) {
                Optional<JavaFile> instead = called(statement);
                instead.ifPresent(called);
                if (instead.isEmpty()) {
                    step.filling(this, statement, values);
                }
            }
        }
    }

    /** The checksum of its tokens, and of those of the classes beside it. */
    public String checksum(Syntax syntax) {
        return java.isEmpty()
                ? content.checksum(syntax, () -> Checksum.of(content.pieces(), syntax))
                : Checksum.ofTokens(Checksum.tokens(text(), syntax)
                        + java.stream()
                                .map(file -> "\n-- " + file.name() + "\n" + file.tokens())
                                .collect(Collectors.joining()));
    }

    /** The class that a statement calls; nothing when it is SQL. */
    public Optional<JavaFile> called(ScriptStatement statement) {
        return statement
                .directive(StepDirectives.JAVA)
                .map(directive -> java.stream()
                        .filter(file -> file.name().equals(directive.value()))
                        .findFirst()
                        .orElseThrow(() -> Failure.of("DCT-224", "there is no " + directive.value() + ".java beside it")
                                .at(path + ":" + directive.line() + ":" + directive.column())
                                .next(
                                        java.isEmpty()
                                                ? "write the class, or remove the line"
                                                : Suggestions.advice(
                                                        directive.value(),
                                                        java.stream()
                                                                .map(JavaFile::name)
                                                                .toList()))
                                .exception()));
    }
}
