package dev.decant.cli;

import dev.decant.dialect.Hazard;
import dev.decant.diff.ConversionAnswer;
import dev.decant.diff.ConversionQuestion;
import dev.decant.diff.Question;
import dev.decant.diff.Questions;
import dev.decant.diff.ReferenceNotation;
import dev.decant.diff.RenameAnswer;
import dev.decant.diff.RenameQuestion;
import dev.decant.model.Expression;
import dev.decant.workflow.NoteEditor;
import java.util.List;
import java.util.Optional;

/** A person at the terminal, asked one question at a time; nothing is decided when the input ends. */
final class TerminalQuestions implements Questions, NoteEditor {
    private final Terminal terminal;
    private final Ink ink;

    TerminalQuestions(Terminal terminal, Ink ink) {
        this.terminal = terminal;
        this.ink = ink;
    }

    @Override
    public Optional<RenameAnswer> answer(RenameQuestion question) {
        show(question);
        terminal.err().println("  0  it is new");
        List<String> candidates = question.candidates();
        for (int i = 0; i < candidates.size(); i++) {
            terminal.err().println("  " + (i + 1) + "  it was " + candidates.get(i));
        }
        return choice(candidates.size())
                .map(number ->
                        number == 0 ? new RenameAnswer.IsNew() : new RenameAnswer.Was(candidates.get(number - 1)));
    }

    private Optional<Integer> choice(int last) {
        while (true) {
            Optional<String> answer = terminal.ask("0 to " + last + ": ");
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            if (answer.get().matches("[0-9]{1,4}") && Integer.parseInt(answer.get()) <= last) {
                return answer.map(Integer::valueOf);
            }
        }
    }

    @Override
    public Optional<ConversionAnswer> answer(ConversionQuestion question) {
        show(question);
        String column = ReferenceNotation.words(question.column());
        Optional<Expression> forward = expression(question.after().type() + " from " + column, question.forward());
        return forward.flatMap(there -> expression(question.before().type() + " back from it", question.backward())
                .map(back -> new ConversionAnswer.Computed(there, back)));
    }

    private Optional<Expression> expression(String what, Optional<Expression> suggestion) {
        String usual = suggestion.map(Expression::sql).orElse("");
        while (true) {
            Optional<String> answer = terminal.ask("  " + what + (usual.isEmpty() ? ": " : " [" + usual + "]: "));
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            String text = answer.get().isEmpty() ? usual : answer.get();
            if (!text.isEmpty()) {
                return Optional.of(new Expression(text));
            }
        }
    }

    @Override
    public List<String> write(List<Hazard> breaking) {
        breaking.forEach(hazard -> terminal.err().println(ink.red("! " + hazard.message())));
        return terminal.ask("What must others be told, and what are they to do? ")
                .filter(text -> !text.isEmpty())
                .map(List::of)
                .orElse(List.of());
    }

    private void show(Question question) {
        terminal.err().println(ink.bold(question.sentence()));
    }
}
