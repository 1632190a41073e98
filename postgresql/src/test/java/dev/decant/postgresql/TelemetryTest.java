package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import dev.decant.testkit.run.RunnerLab;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run as those see it who trace a whole system. */
class TelemetryTest {
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("db.operation.name");
    private static final AttributeKey<String> MIGRATION = AttributeKey.stringKey("decant.migration.id");

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final TestDatabase database = TestServers.postgres("17").freshDatabase();
    private RunnerLab lab;

    @BeforeEach
    void trace(@TempDir Path folder) {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build();
        GlobalOpenTelemetry.resetForTest();
        GlobalOpenTelemetry.set(new Global(provider));
        lab = new RunnerLab(LiveDatabase.DATABASE, database::open, folder.resolve("migrations"));
    }

    /** What an application registers. */
    private record Global(TracerProvider getTracerProvider) implements OpenTelemetry {
        @Override
        public ContextPropagators getPropagators() {
            return ContextPropagators.noop();
        }
    }

    @AfterEach
    void stop() {
        GlobalOpenTelemetry.resetForTest();
        database.close();
    }

    private List<SpanData> named(String name) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    @Test
    void each_migration_is_a_span_with_its_statements_inside() {
        lab.add("one", "CREATE TABLE one (id integer);\nINSERT INTO one VALUES (1), (2);", "DROP TABLE one;");

        lab.runner().migrate(lab.journal());

        SpanData migration = named("decant.migration").getFirst();
        assertThat(migration.getAttributes().get(MIGRATION)).endsWith("_one");
        assertThat(named("decant.statement"))
                .extracting(span -> span.getAttributes().get(OPERATION))
                .containsExactly("CREATE TABLE", "INSERT INTO");
        assertThat(named("decant.statement"))
                .allMatch(span -> span.getParentSpanId().equals(migration.getSpanId()))
                .allMatch(span -> span.getTraceId().equals(migration.getTraceId()));
        assertThat(named("decant.statement")
                        .getLast()
                        .getAttributes()
                        .get(AttributeKey.longKey("decant.statement.rows")))
                .isEqualTo(2);
    }

    @Test
    void what_failed_has_the_code_of_its_error_and_nothing_of_its_rows() {
        lab.add("one", "CREATE TABLE one (id integer);\nINSERT INTO one VALUES ('secret');", "DROP TABLE one;");

        assertThatThrownBy(() -> lab.runner().migrate(lab.journal())).hasMessageStartingWith("DCT-523 ");

        assertThat(named("decant.migration").getFirst().getStatus().getStatusCode())
                .isEqualTo(StatusCode.ERROR);
        assertThat(named("decant.migration").getFirst().getStatus().getDescription())
                .isEqualTo("DCT-523");
        assertThat(spans.getFinishedSpanItems().toString()).doesNotContain("secret");
    }

    @Test
    void without_the_api_on_the_class_path_a_run_is_as_it_was() throws IOException, InterruptedException {
        lab.addTable("one");
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("opentelemetry"))
                .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-cp",
                        classPath,
                        Untraced.class.getName(),
                        lab.journal().folder().toString(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(lab.has("one")).isTrue();
    }
}
