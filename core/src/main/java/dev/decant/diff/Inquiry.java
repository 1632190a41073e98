package dev.decant.diff;

import dev.decant.model.FormerName;
import dev.decant.model.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known and asked while two schemas are compared; collects what stays open, so that all of it is told at once. */
final class Inquiry {
    private final Map<Reference, List<String>> formerNames;
    private final Map<Reference, List<String>> earlierNames;
    private final Questions questions;
    private final List<Question> open = new ArrayList<>();

    Inquiry(List<FormerName> formerNames, List<FormerName> earlierNames, Questions questions) {
        this.formerNames = byCurrent(formerNames);
        this.earlierNames = byCurrent(earlierNames);
        this.questions = questions;
    }

    private static Map<Reference, List<String>> byCurrent(List<FormerName> names) {
        Map<Reference, List<String>> all = new HashMap<>();
        names.forEach(name -> all.computeIfAbsent(name.current(), current -> new ArrayList<>())
                .add(name.former()));
        return all;
    }

    /** Whether anything is said to have had another name. */
    boolean knowsFormerNames() {
        return !formerNames.isEmpty() || !earlierNames.isEmpty();
    }

    /** What something was called before, the surest first. */
    List<String> formerNames(Reference current) {
        return formerNames.getOrDefault(current, List.of());
    }

    /** What something was called at some time, as is known of its history; what is made of the name meanwhile may be something else. */
    List<String> earlierNames(Reference current) {
        return earlierNames.getOrDefault(current, List.of());
    }

    /** The former name that was chosen, or nothing when it is new or nobody can say. */
    Optional<String> ask(RenameQuestion question) {
        Optional<RenameAnswer> answer = questions.answer(question);
        if (answer.isEmpty()) {
            open.add(question);
        }
        return answer.flatMap(given -> switch (given) {
            case RenameAnswer.Was(String former) -> Optional.of(former);
            case RenameAnswer.IsNew isNew -> Optional.empty();
        });
    }

    Optional<ConversionAnswer> ask(ConversionQuestion question) {
        Optional<ConversionAnswer> answer = questions.answer(question);
        if (answer.isEmpty()) {
            open.add(question);
        }
        return answer;
    }

    void requireAnswers() {
        if (!open.isEmpty()) {
            throw new UndecidedException(open);
        }
    }
}
