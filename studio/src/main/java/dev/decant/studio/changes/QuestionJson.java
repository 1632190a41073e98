package dev.decant.studio.changes;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.diff.ConversionQuestion;
import dev.decant.diff.Question;
import dev.decant.diff.ReferenceNotation;
import dev.decant.diff.RenameQuestion;
import java.util.List;

/** Open questions for the page. */
final class QuestionJson {
    private QuestionJson() {}

    static Json.Items of(List<Question> questions) {
        return Json.list(questions, QuestionJson::of);
    }

    private static Json.Fields of(Question question) {
        return switch (question) {
            case RenameQuestion rename ->
                question("rename", ReferenceNotation.format(rename.created()), rename)
                        .put("candidates", Json.texts(rename.candidates()))
                        .build();
            case ConversionQuestion conversion -> {
                FieldsBuilder fields = question("conversion", ReferenceNotation.format(conversion.column()), conversion)
                        .put("candidates", Json.texts(List.of()))
                        .put("beforeType", conversion.before().type().toString())
                        .put("afterType", conversion.after().type().toString());
                conversion.forward().ifPresent(way -> fields.put("forward", way.sql()));
                conversion.backward().ifPresent(way -> fields.put("backward", way.sql()));
                yield fields.build();
            }
        };
    }

    private static FieldsBuilder question(String kind, String subject, Question question) {
        return Json.object().put("kind", kind).put("subject", subject).put("sentence", question.sentence());
    }
}
