package dev.decant.cli;

import dev.decant.codec.SchemaCodec;
import dev.decant.diff.ConversionAnswer;
import dev.decant.diff.GivenAnswers;
import dev.decant.diff.Questions;
import dev.decant.diff.ReferenceNotation;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.model.Expression;
import dev.decant.model.FormerName;
import dev.decant.model.Reference;
import dev.decant.workflow.Answers;
import dev.decant.workflow.NoteEditor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that decide what two schemas do not tell. */
final class AnswerOptions {
    /** How values of the new type become old ones where nobody asks for them. */
    private static final Expression NEVER = new Expression("NULL");

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "Something is something old under another name: 'column:public.users.mail=email'.")
    private List<String> renames = new ArrayList<>();

    @Option(
            names = "--create",
            paramLabel = "THING",
            description = "Something is new, and nothing old under another name: 'column:public.users.email'.")
    private List<String> created = new ArrayList<>();

    @Option(
            names = "--using",
            paramLabel = "COLUMN=SQL",
            description =
                    "How values become values of the new type: 'column:public.contents.url=string_to_array(url, chr(44))'.")
    private List<String> using = new ArrayList<>();

    @Option(
            names = "--using-down",
            paramLabel = "COLUMN=SQL",
            description = "How they become values of the old type again; a migration needs it with --using.")
    private List<String> usingDown = new ArrayList<>();

    @Option(
            names = "--recreate",
            paramLabel = "COLUMN",
            description = "Its values are given up: the column is dropped and added again with the new type.")
    private List<String> recreated = new ArrayList<>();

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = "What others must be told of a change that breaks something.")
    private List<String> notes = new ArrayList<>();

    @Option(
            names = "--offline",
            description =
                    "Nobody else uses the database meanwhile: plain statements, in one transaction where possible.")
    private boolean offline;

    @Option(names = "--drop-roles", description = "Roles that are not wanted any longer go, from the whole server.")
    private boolean dropsRoles;

    /**
     * What was given; the rest is asked of these.
     *
     * @throws UsageException when an option names nothing
     */
    Answers answers(Questions questions, NoteEditor editor) {
        return read(questions, editor, false);
    }

    /**
     * The same for changes that nobody takes back: how values become values of the old type again need not be said.
     *
     * @throws UsageException when an option names nothing
     */
    Answers answersOneWay(Questions questions) {
        return read(questions, NoteEditor.NOBODY, true);
    }

    private Answers read(Questions questions, NoteEditor editor, boolean oneWay) {
        try {
            return given(questions, editor, oneWay);
        } catch (DecantException unreadable) {
            throw new UsageException(unreadable.failures().getFirst());
        }
    }

    private Answers given(Questions questions, NoteEditor editor, boolean oneWay) {
        List<FormerName> former = renames.stream()
                .map(text -> ReferenceNotation.parseRename(text, SchemaCodec.kinds()))
                .toList();
        Set<Reference> fresh = created.stream()
                .map(text -> ReferenceNotation.parse(text, SchemaCodec.kinds()))
                .collect(Collectors.toSet());
        return new Answers(
                former, new GivenAnswers(fresh, conversions(oneWay), questions), notes, editor, offline, dropsRoles);
    }

    private Map<Reference.ToColumn, ConversionAnswer> conversions(boolean oneWay) {
        Map<Reference.ToColumn, Expression> forward = expressions(using, "--using");
        Map<Reference.ToColumn, Expression> backward = expressions(usingDown, "--using-down");
        Map<Reference.ToColumn, ConversionAnswer> conversions = new LinkedHashMap<>();
        forward.forEach((column, expression) -> conversions.put(
                column,
                new ConversionAnswer.Computed(
                        expression,
                        Optional.ofNullable(backward.get(column))
                                .or(() -> oneWay ? Optional.of(NEVER) : Optional.empty())
                                .orElseThrow(() -> single(column, "--using-down")))));
        backward.keySet().stream()
                .filter(column -> !forward.containsKey(column))
                .forEach(column -> {
                    throw single(column, "--using");
                });
        recreated.forEach(text -> conversions.put(column(text), new ConversionAnswer.GivenUp()));
        return conversions;
    }

    private static Reference.ToColumn column(String text) {
        if (ReferenceNotation.parse(text, SchemaCodec.kinds()) instanceof Reference.ToColumn column) {
            return column;
        }
        throw new UsageException(Failure.of("DCT-120", "--recreate " + text + " is no column")
                .next("write it like --recreate column:public.contents.url"));
    }

    private static Map<Reference.ToColumn, Expression> expressions(List<String> texts, String option) {
        Map<Reference.ToColumn, Expression> expressions = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = equalsSign(text);
            if (equals < 0
                    || text.substring(equals + 1).isBlank()
                    || !(ReferenceNotation.parse(text.substring(0, equals), SchemaCodec.kinds())
                            instanceof Reference.ToColumn column)) {
                throw new UsageException(Failure.of("DCT-120", option + " " + text + " is not COLUMN=SQL")
                        .next("write it like " + option
                                + " 'column:public.contents.url=string_to_array(url, chr(44))'"));
            }
            expressions.put(column, new Expression(text.substring(equals + 1).strip()));
        }
        return expressions;
    }

    /** The first equals sign that is not part of a quoted name. */
    private static int equalsSign(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            quoted ^= character == '"';
            if (character == '=' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static UsageException single(Reference.ToColumn column, String missing) {
        return new UsageException(
                Failure.of("DCT-120", ReferenceNotation.words(column) + " is converted in one direction only")
                        .next("add " + missing + " '" + ReferenceNotation.format(column) + "=...'"));
    }
}
