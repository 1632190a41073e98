package dev.decant.studio.sql;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.database.ServerError;
import dev.decant.failure.DecantException;
import dev.decant.sql.ScriptStatement;
import dev.decant.studio.connection.Reading;
import dev.decant.studio.connection.StatementFailure;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.http.FailureJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * Runs statements one after the other until one fails. Where only reading is allowed each is looked at before it is sent and has a transaction
 * of its own that only reads; elsewhere all have one session, which is closed behind them, and each is kept by itself.
 */
final class ScriptRun {
    private final StudioEnvironment environment;
    private final Running running;
    private final SqlOptions options;
    private final Writer out;
    private final ResultLines lines;

    ScriptRun(StudioEnvironment environment, Running running, SqlOptions options, Writer out) {
        this.environment = environment;
        this.running = running;
        this.options = options;
        this.out = out;
        this.lines = new ResultLines(environment.browser().browsing(), out);
    }

    void run(List<ScriptStatement> statements, boolean readOnly) throws IOException {
        long start = System.nanoTime();
        try {
            if (readOnly) {
                read(statements);
            } else {
                write(statements);
            }
        } catch (Stopped stopped) {
            // It was told where it happened.
        } catch (DecantException e) {
            event(error(e, 0));
        }
        lines.event(Json.object()
                .put("event", "end")
                .put("ms", millis(start))
                .put("readOnly", readOnly)
                .build());
    }

    /** Thrown when a statement has failed, and that was told. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void read(List<ScriptStatement> statements) throws IOException {
        Reading reading = environment.reading();
        for (int i = 0; i < statements.size(); i++) {
            ScriptStatement statement = statements.get(i);
            int number = i;
            begin(statement, number);
            try {
                reading.rules().refusal(statement.text()).ifPresent(failure -> {
                    throw failure.exception();
                });
                reading.in(options.timeout(), connection -> {
                    execute(connection, statement, number);
                    return true;
                });
            } catch (DecantException e) {
                failed(e, number, OptionalInt.empty());
            }
        }
    }

    private void write(List<ScriptStatement> statements) throws IOException {
        environment.ownSession(connection -> {
            environment.browser().browsing().limitSession(connection, options.timeout());
            for (int i = 0; i < statements.size(); i++) {
                environment.access().note(statements.get(i).text());
                begin(statements.get(i), i);
                execute(connection, statements.get(i), i);
            }
            return true;
        });
    }

    private void begin(ScriptStatement statement, int number) {
        event(Json.object()
                .put("event", "statement")
                .put("number", number)
                .put("sql", statement.text())
                .put("start", statement.start()));
    }

    private void execute(Connection connection, ScriptStatement text, int number) {
        long start = System.nanoTime();
        try {
            StatementRun.Outcome outcome =
                    new StatementRun(environment, connection, running, options, lines).run(text.text());
            notices(outcome.notices());
            event(Json.object()
                    .put("event", "done")
                    .put("number", number)
                    .put("rows", Math.min(outcome.rows(), options.limit()))
                    .put("more", outcome.rows() > options.limit())
                    .put(
                            "changed",
                            outcome.changed().isPresent()
                                    ? Json.of(outcome.changed().getAsLong())
                                    : Json.nothing())
                    .put("ms", millis(start)));
        } catch (SQLException e) {
            ServerError error = environment.target().database().explain(e);
            failed(StatementFailure.of(environment.target(), e), number, position(error, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server counts characters of the statement from 1; the page counts UTF-16 units of the whole text from 0. */
    private static OptionalInt position(ServerError error, ScriptStatement text) {
        if (error.position().isEmpty()) {
            return OptionalInt.empty();
        }
        int characters = Math.min(
                error.position().getAsInt() - 1,
                text.text().codePointCount(0, text.text().length()));
        return OptionalInt.of(text.start() + text.text().offsetByCodePoints(0, characters));
    }

    private void failed(DecantException e, int number, OptionalInt position) {
        FieldsBuilder event = error(e, number);
        position.ifPresent(place -> event.put("position", place));
        event(event);
        throw new Stopped();
    }

    private static FieldsBuilder error(DecantException e, int number) {
        return Json.object()
                .put("event", "error")
                .put("number", number)
                .put("error", FailureJson.of(e.failures().getFirst()));
    }

    private void notices(List<String> texts) {
        texts.forEach(text -> event(Json.object().put("event", "notice").put("text", text)));
    }

    private void event(FieldsBuilder event) {
        try {
            lines.event(event.build());
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long millis(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
