package dev.decant.studio.changes;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.codec.SchemaCodec;
import dev.decant.diff.ConversionAnswer;
import dev.decant.diff.ConversionQuestion;
import dev.decant.diff.Questions;
import dev.decant.diff.ReferenceNotation;
import dev.decant.diff.RenameAnswer;
import dev.decant.diff.RenameQuestion;
import dev.decant.model.Expression;
import dev.decant.workflow.Answers;
import dev.decant.workflow.NoteEditor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody has said to the questions about the changes of one environment; kept until the studio ends, and open to several threads. What
 * was said about something that is asked about no more does no harm.
 */
final class AnswerBook implements Questions {
    private final Map<String, RenameAnswer> renames = new LinkedHashMap<>();
    private final Map<String, ConversionAnswer> conversions = new LinkedHashMap<>();

    /**
     * Notes an answer: {@code subject} with one of {@code was}, {@code isNew}, {@code recreate}, or {@code using} and {@code usingDown}.
     *
     * @throws dev.decant.failure.DecantException DCT-204 when it is none of these, DCT-402 when the subject names nothing
     */
    synchronized void note(Json.Fields answer) {
        String subject = subject(answer);
        forget(subject);
        Optional<Json> was = answer.field("was");
        Optional<Json> using = answer.field("using");
        if (was.isPresent()) {
            renames.put(subject, new RenameAnswer.Was(was.get().asText()));
        } else if (answer.field("isNew").isPresent()) {
            renames.put(subject, new RenameAnswer.IsNew());
        } else if (answer.field("recreate").isPresent()) {
            conversions.put(subject, new ConversionAnswer.GivenUp());
        } else if (using.isPresent()) {
            conversions.put(subject, computed(answer));
        } else {
            throw answer.problem("the answer says nothing", "say was, isNew, using and usingDown, or recreate");
        }
    }

    private static String subject(Json.Fields answer) {
        String text = answer.required("subject").asText();
        return ReferenceNotation.format(ReferenceNotation.parse(text, SchemaCodec.kinds()));
    }

    private static ConversionAnswer computed(Json.Fields answer) {
        return new ConversionAnswer.Computed(
                new Expression(answer.required("using").asText().strip()),
                new Expression(answer.required("usingDown").asText().strip()));
    }

    /** Takes back what was said about something. */
    synchronized void forget(String subject) {
        renames.remove(subject);
        conversions.remove(subject);
    }

    /** Takes back everything. */
    synchronized void forgetAll() {
        renames.clear();
        conversions.clear();
    }

    @Override
    public synchronized Optional<RenameAnswer> answer(RenameQuestion question) {
        return Optional.ofNullable(renames.get(ReferenceNotation.format(question.created())))
                .filter(answer -> fits(answer, question));
    }

    private static boolean fits(RenameAnswer answer, RenameQuestion question) {
        return switch (answer) {
            case RenameAnswer.Was(String former) -> question.candidates().contains(former);
            case RenameAnswer.IsNew isNew -> true;
        };
    }

    @Override
    public synchronized Optional<ConversionAnswer> answer(ConversionQuestion question) {
        return Optional.ofNullable(conversions.get(ReferenceNotation.format(question.column())));
    }

    /** All of it as it was said. */
    synchronized Json.Items json() {
        List<Json.Fields> all = new ArrayList<>();
        renames.forEach((subject, answer) -> all.add(json(subject, answer)));
        conversions.forEach((subject, answer) -> all.add(json(subject, answer)));
        return Json.list(all);
    }

    private static Json.Fields json(String subject, RenameAnswer answer) {
        FieldsBuilder fields = Json.object().put("subject", subject);
        return switch (answer) {
            case RenameAnswer.Was(String former) -> fields.put("was", former).build();
            case RenameAnswer.IsNew isNew -> fields.put("isNew", true).build();
        };
    }

    private static Json.Fields json(String subject, ConversionAnswer answer) {
        FieldsBuilder fields = Json.object().put("subject", subject);
        return switch (answer) {
            case ConversionAnswer.Computed(Expression forward, Expression backward) ->
                fields.put("using", forward.sql())
                        .put("usingDown", backward.sql())
                        .build();
            case ConversionAnswer.GivenUp givenUp ->
                fields.put("recreate", true).build();
        };
    }

    /**
     * These as what a call decides.
     *
     * @param notes what programs must be told
     */
    Answers answers(List<String> notes) {
        return new Answers(List.of(), this, notes, NoteEditor.NOBODY);
    }
}
