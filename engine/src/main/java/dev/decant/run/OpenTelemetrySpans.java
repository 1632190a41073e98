package dev.decant.run;

import dev.decant.failure.DecantException;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A span for each wait for the lock, each migration and, inside of it, each statement; names and attributes follow the semantic conventions for
 * databases where there are some. Of a statement only its first words are told, since the rest can hold data.
 */
final class OpenTelemetrySpans implements RunListener {
    private final Tracer tracer;
    private final String database;
    private @Nullable Span waiting;
    private @Nullable Span migration;
    private @Nullable Span statement;

    private OpenTelemetrySpans(Tracer tracer, String database) {
        this.tracer = tracer;
        this.database = database;
    }

    /** Spans of whatever the process has registered, without registering anything, which could be done once only. */
    static RunListener ofGlobal(String database) {
        return new OpenTelemetrySpans(GlobalOpenTelemetry.getOrNoop().getTracer("dev.decant"), database);
    }

    @Override
    public void on(RunEvent event) {
        switch (event) {
            case RunEvent.LockWaiting e -> waitFor(e.holder());
            case RunEvent.LockAcquired e -> waiting = end(waiting);
            case RunEvent.MigrationStarted e -> start(e);
            case RunEvent.StatementStarted e -> start(e);
            case RunEvent.AttemptFailed e -> note("attempt failed", "decant.attempt", e.attempt());
            case RunEvent.StatementFinished e -> finish(e);
            case RunEvent.MigrationFinished e -> migration = end(migration);
            case RunEvent.MigrationFailed e -> fail(e.failure());
            case RunEvent.WindowWaiting e -> {}
            case RunEvent.BackupProgress e -> {}
            case RunEvent.StepStarted e -> {}
            case RunEvent.StepSkipped e -> {}
            case RunEvent.StatementSkipped e -> {}
            case RunEvent.StatementRunning e -> {}
            case RunEvent.LeftoverCleared e -> {}
            case RunEvent.Kept e -> {}
            case RunEvent.BroughtBack e -> {}
            case RunEvent.GraveyardEmptied e -> {}
            case RunEvent.ServerNotice e -> {}
            case RunEvent.AssertionStarted e -> {}
            case RunEvent.Asserted e -> {}
            case RunEvent.HookStarted e -> {}
            case RunEvent.HookFinished e -> {}
        }
    }

    private void waitFor(Optional<String> holder) {
        if (waiting == null) {
            Span span = span("decant.lock", Context.current()).startSpan();
            holder.ifPresent(who -> span.setAttribute("decant.lock.holder", who));
            waiting = span;
        }
    }

    private void start(RunEvent.MigrationStarted started) {
        migration = span("decant.migration", Context.current())
                .setAttribute("decant.migration.id", started.migration())
                .setAttribute("decant.migration.direction", started.direction().word())
                .startSpan();
    }

    private void start(RunEvent.StatementStarted started) {
        end(statement);
        Span parent = migration;
        Context around = parent == null ? Context.current() : parent.storeInContext(Context.current());
        statement = span("decant.statement", around)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("db.operation.name", operation(started.sql()))
                .setAttribute("decant.migration.id", started.migration())
                .setAttribute("decant.statement.number", started.number())
                .setAttribute("decant.statement.line", started.line())
                .startSpan();
    }

    private SpanBuilder span(String name, Context parent) {
        return tracer.spanBuilder(name).setParent(parent).setAttribute("db.system.name", database);
    }

    private static String operation(String sql) {
        return Arrays.stream(sql.strip().split("\\s+", 3))
                .limit(2)
                .filter(word -> word.matches("\\w+"))
                .map(word -> word.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private void note(String what, String key, long value) {
        Span current = statement == null ? migration : statement;
        if (current != null) {
            current.addEvent(what, Attributes.builder().put(key, value).build());
        }
    }

    private void finish(RunEvent.StatementFinished finished) {
        Span span = statement;
        if (span != null) {
            finished.rows().ifPresent(rows -> span.setAttribute("decant.statement.rows", rows));
        }
        statement = end(span);
    }

    private void fail(DecantException failure) {
        markFailed(statement, failure.code());
        markFailed(migration, failure.code());
        statement = end(statement);
        migration = end(migration);
    }

    private static void markFailed(@Nullable Span span, String code) {
        if (span != null) {
            span.setStatus(StatusCode.ERROR, code);
            span.setAttribute("error.type", code);
        }
    }

    private static @Nullable Span end(@Nullable Span span) {
        if (span != null) {
            span.end();
        }
        return null;
    }
}
