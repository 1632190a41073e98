package org.omi.odr.db;

import dev.decant.diff.ConversionAnswer;
import dev.decant.diff.GivenAnswers;
import dev.decant.diff.Questions;
import dev.decant.journal.Journal;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.postgresql.PostgresqlDialect;
import dev.decant.source.JavaSourceFolder;
import dev.decant.source.SchemaSource;
import dev.decant.workflow.Answers;
import dev.decant.workflow.Generate;
import dev.decant.workflow.NoteEditor;
import dev.decant.workflow.Proof;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What really happened to the database, told again with Decant: its classes as they were at each time, and what was answered. */
final class Story {
    static final PostgresqlDialect DIALECT = new PostgresqlDialect();

    private static final Reference.ToColumn URL = new Reference.ToColumn(ObjectName.of("public", "contents"), "url");

    private static final List<Chapter> CHAPTERS = List.of(
            new Chapter(
                    "2025-03-04T10:15:30Z",
                    "Initial schema",
                    earlier(url("Column<byte[]> url = bytea();")),
                    Optional.empty(),
                    List.of()),
            new Chapter(
                    "2025-03-06T14:22:11Z",
                    "Store the URL of a content as text",
                    earlier(url("Column<String> url = varchar();")),
                    Optional.of(answer("convert_from(url, 'UTF8')", "convert_to(url, 'UTF8')")),
                    List.of()),
            new Chapter(
                    "2025-03-18T09:04:47Z",
                    "Keep several URLs of a content",
                    earlier(UnaryOperator.identity()),
                    Optional.of(answer("CASE WHEN url IS NULL THEN NULL ELSE ARRAY[url::text] END", "url[1]")),
                    List.of("contents.url is a list: read url[1] where there was url.")),
            new Chapter("2025-03-18T09:12:03Z", "Index the embeddings", Map.of(), Optional.empty(), List.of()));

    private static final Map<String, UnaryOperator<String>> WITHOUT_VECTORS = Map.of(
            "OpenDataRepository.java", without("Extension vector"),
            "AnnotationEmbeddings.java", without("Index byEmbedding", "Column<float[]> embedding"),
            "ContentEmbeddings.java", without("Index byEmbedding", "Column<float[]> embedding"));

    private Story() {}

    private static UnaryOperator<String> url(String declaration) {
        return source -> source.replace("Column<List<String>> url = text().array();", declaration);
    }

    private static Map<String, UnaryOperator<String>> earlier(UnaryOperator<String> contents) {
        return Map.of(
                "Contents.java", contents,
                "AnnotationEmbeddings.java", without("Index byEmbedding"),
                "ContentEmbeddings.java", without("Index byEmbedding"));
    }

    /** Leaves fields away. */
    private static UnaryOperator<String> without(String... fields) {
        return source -> {
            String text = source;
            for (String field : fields) {
                text = text.replaceFirst("(?s)\\n *public final " + Pattern.quote(field) + " =[^;]*;", "");
            }
            return text;
        };
    }

    private static ConversionAnswer answer(String forward, String backward) {
        return new ConversionAnswer.Computed(new Expression(forward), new Expression(backward));
    }

    /** Generates every migration again. */
    static Journal tell(Path scratch, Path migrations) throws IOException {
        return tell(CHAPTERS, Map.of(), scratch, migrations);
    }

    /** Generates what the migrations would be if the database had no vectors; the last one would not be there. */
    static Journal tellWithoutVectors(Path scratch, Path migrations) throws IOException {
        List<Chapter> chapters = CHAPTERS.subList(0, CHAPTERS.size() - 1);
        return tell(chapters, WITHOUT_VECTORS, scratch, migrations);
    }

    private static Journal tell(
            List<Chapter> chapters, Map<String, UnaryOperator<String>> edits, Path scratch, Path migrations)
            throws IOException {
        Journal journal = Journal.openOrBegin(migrations, DIALECT);
        for (Chapter chapter : chapters) {
            Map<String, UnaryOperator<String>> all = new HashMap<>(chapter.edits());
            all.putAll(edits);
            SchemaSource code = new JavaSourceFolder(ScratchCopy.of(scratch, all), List.of(), scratch.resolve("cache"));
            Clock clock = Clock.fixed(Instant.parse(chapter.moment()), ZoneOffset.UTC);
            new Generate(journal, Proof.NONE, clock).run(code, Optional.of(chapter.title()), answers(chapter));
            journal = Journal.open(migrations, DIALECT);
        }
        return journal;
    }

    private static Answers answers(Chapter chapter) {
        Map<Reference.ToColumn, ConversionAnswer> conversions =
                chapter.url().map(answer -> Map.of(URL, answer)).orElse(Map.of());
        GivenAnswers given = new GivenAnswers(Set.of(), conversions, Questions.NOBODY);
        return new Answers(List.of(), given, chapter.notes(), NoteEditor.NOBODY);
    }
}
