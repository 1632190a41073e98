package dev.decant.journal;

import dev.decant.dialect.Dialect;
import dev.decant.sql.Directive;
import dev.decant.sql.ScriptPart;
import dev.decant.sql.ScriptStatement;
import dev.decant.sql.SqlSyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a file of SQL apart into steps; of a large one it holds no more than a statement. */
final class StepReader {
    private final SqlFile file;
    private final Dialect dialect;
    private final StepRules rules;
    private final Statements all;
    private final List<SqlStep> steps = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<Directive> ofScript = new ArrayList<>();
    private final List<Directive> ofSection = new ArrayList<>();
    private Optional<Directive> heading = Optional.empty();
    /** The number of the open step in its section. */
    private int part = 1;

    private OpenStep open = new OpenStep(0, 0, 1, 1);

    StepReader(SqlFile file, Dialect dialect) {
        this.file = file;
        this.dialect = dialect;
        this.rules = new StepRules(file.path(), dialect);
        this.all = switch (file.content()) {
            case HeldText held -> new HeldStatements(new ArrayList<>());
            case StoredText stored -> new StoredStatements.Reading(this::parts);
        };
    }

    /** The statements of the file, as far as they are read. */
    sealed interface Statements permits HeldStatements, StoredStatements.Reading {
        void add(ScriptStatement statement);

        /** So many statements from a number on, from 0. */
        List<ScriptStatement> slice(int first, int count);
    }

    private record HeldStatements(List<ScriptStatement> statements) implements Statements {
        @Override
        public void add(ScriptStatement statement) {
            statements.add(statement);
        }

        @Override
        public List<ScriptStatement> slice(int first, int count) {
            return List.copyOf(statements.subList(first, first + count));
        }
    }

    /** Of the statements that are read, those that no step has yet: so many from a number on, and where the first of them begins. */
    private record OpenStep(int first, int count, int line, int column) {
        OpenStep and(ScriptStatement statement) {
            return count == 0
                    ? new OpenStep(first, 1, statement.line(), statement.column())
                    : new OpenStep(first, count + 1, line, column);
        }

        OpenStep next() {
            return new OpenStep(first + count, 0, line, column);
        }
    }

    List<SqlStep> read() {
        try {
            parts().forEachRemaining(this::read);
        } catch (SqlSyntaxException e) {
            throw e.in(file.path());
        }
        endStep(!isOutside());
        return List.copyOf(steps);
    }

    private Iterator<ScriptPart> parts() {
        return ScriptPart.read(file.content().pieces(), dialect.syntax(), StepDirectives.KEYS);
    }

    private void read(ScriptPart next) {
        switch (next) {
            case ScriptPart.Heading(Directive directive) -> begin(directive);
            case ScriptPart.Setting(Directive directive) -> set(directive);
            case ScriptPart.Next(ScriptStatement statement) -> read(statement);
        }
    }

    private void begin(Directive directive) {
        endStep(!isOutside());
        heading = Optional.of(directive);
        ofSection.clear();
        part = 1;
    }

    private void set(Directive directive) {
        rules.check(directive, heading.isPresent());
        (heading.isPresent() ? ofSection : ofScript).add(directive);
    }

    private void read(ScriptStatement statement) {
        rules.check(statement);
        boolean alone = !isOutside() && dialect.traits().runsOutsideTransaction(statement.text());
        if (alone) {
            endStep(true);
        }
        all.add(statement);
        open = open.and(statement);
        if (alone) {
            endStep(false);
        }
    }

    private boolean isOutside() {
        return StepDirectives.isSet(StepDirectives.TRANSACTION, ofScript)
                || StepDirectives.isSet(StepDirectives.TRANSACTION, ofSection);
    }

    /** What was read since the step before makes one, unless it is nothing. */
    private void endStep(boolean transactional) {
        if (open.count() == 0) {
            return;
        }
        String base = heading.map(Directive::value).orElse(StepDirectives.STEP);
        String name = heading.isPresent() && part == 1 ? base : base + "-" + part;
        requireNew(name);
        TimeLimits limits = StepDirectives.limits(ofSection).within(StepDirectives.limits(ofScript));
        boolean fills = StepDirectives.isSet(StepDirectives.PLACEHOLDERS, ofScript);
        steps.add(new SqlStep(name, transactional, fills, limits, all.slice(open.first(), open.count())));
        part++;
        open = open.next();
    }

    private void requireNew(String name) {
        if (!names.add(name)) {
            throw rules.failure(
                    "there are two steps \"" + name + "\"",
                    "give each its own name",
                    heading.map(Directive::line).orElse(open.line()),
                    heading.map(Directive::column).orElse(open.column()));
        }
    }
}
