package dev.decant.run;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.history.Mark;
import dev.decant.journal.Checksum;
import dev.decant.journal.SqlFile;
import dev.decant.journal.SqlStep;
import dev.decant.sql.Syntax;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What earlier runs have done of a file. */
final class Progress {
    private record Part(String step, int statement) {}

    private final Map<Part, Mark> marks = new HashMap<>();

    /**
     * Takes what was noted, and holds it against the file.
     *
     * @throws DecantException when something that is done is not, or not in the same words, what the file begins with
     */
    Progress(List<Mark> noted, List<SqlStep> steps, SqlFile file, Syntax syntax) {
        noted.forEach(mark -> marks.put(new Part(mark.step(), mark.statement()), mark));
        if (isBegun()) {
            requireUnchanged(steps, file, syntax);
            requireAtTheBeginning(steps, file);
        }
    }

    boolean isBegun() {
        return !marks.isEmpty();
    }

    boolean isDone(SqlStep step) {
        return mark(step, 0).filter(Mark::isDone).isPresent();
    }

    /** What is noted about a statement of a step, by its number from 1. */
    Optional<Mark> mark(SqlStep step, int statement) {
        return Optional.ofNullable(marks.get(new Part(step.name(), statement)));
    }

    private void requireUnchanged(List<SqlStep> steps, SqlFile file, Syntax syntax) {
        Map<String, SqlStep> byName = new HashMap<>();
        steps.forEach(step -> byName.put(step.name(), step));
        marks.entrySet().stream()
                .filter(each -> each.getValue().isDone())
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Part::step).thenComparingInt(Part::statement)))
                .forEach(each -> {
                    Optional<String> found = Optional.ofNullable(
                                    byName.get(each.getKey().step()))
                            .flatMap(step -> checksum(step, each.getKey().statement(), syntax));
                    if (!found.equals(Optional.of(each.getValue().checksum()))) {
                        throw changed(each.getKey(), file);
                    }
                });
    }

    /** That of a step, or of a statement of it by its number from 1. */
    private static Optional<String> checksum(SqlStep step, int statement, Syntax syntax) {
        if (statement == 0) {
            return Optional.of(step.checksum(syntax));
        }
        return statement > step.statements().size()
                ? Optional.empty()
                : Optional.of(Checksum.of(step.statements().get(statement - 1).text(), syntax));
    }

    private void requireAtTheBeginning(List<SqlStep> steps, SqlFile file) {
        boolean open = false;
        for (SqlStep step : steps) {
            if (open && isDone(step)) {
                throw changed(new Part(step.name(), 0), file);
            }
            open = open || !isDone(step);
        }
    }

    private static DecantException changed(Part part, SqlFile file) {
        String what = part.statement() == 0 ? "" : "statement " + part.statement() + " of ";
        return Failure.of(
                        "DCT-526",
                        what + "the step " + part.step() + " is done, and is not here any more as it was run")
                .at(file.path())
                .next("leave what is done as it was and where it was; only what comes behind it can be changed")
                .exception();
    }
}
