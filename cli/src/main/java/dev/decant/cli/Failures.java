package dev.decant.cli;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.diff.Question;
import dev.decant.diff.UndecidedException;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.workflow.DecisionNeededException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Tells what went wrong, and which exit code that is. */
final class Failures {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Call call;
    private final Output output;

    Failures(Call call) {
        this.call = call;
        this.output = call.output();
    }

    /** Prints what went wrong; returns the exit code. */
    int report(Throwable thrown) {
        return switch (thrown) {
            case UndecidedException undecided -> report(undecided);
            case DecisionNeededException open -> report(open.failures(), ExitCode.UNDECIDED);
            case UsageException usage -> report(usage.failures(), ExitCode.USAGE);
            case DecantException known -> report(known.failures(), ExitCode.FAILED);
            case OutOfMemoryError tooLittle -> report(List.of(memory()), ExitCode.FAILED);
            default -> report(List.of(unexpected(thrown)), ExitCode.FAILED);
        };
    }

    /** Prints failures; returns the exit code. */
    int report(List<Failure> failures, int exitCode) {
        print(failures);
        output.event(document(failures).build());
        return exitCode;
    }

    private int report(UndecidedException undecided) {
        print(undecided.failures());
        List<Json.Fields> questions =
                undecided.questions().stream().map(Failures::question).toList();
        output.event(document(undecided.failures())
                .put("questions", Json.list(questions))
                .build());
        return ExitCode.UNDECIDED;
    }

    private void print(List<Failure> failures) {
        if (!output.isJson()) {
            failures.forEach(failure -> output.error(line(failure)));
        }
    }

    private String line(Failure failure) {
        Ink ink = output.errorInk();
        String where = failure.where().map(place -> place + ": ").orElse("");
        String happened = failure.code() + " " + where + failure.what();
        return ink.red(call.terminal().shown(happened))
                + failure.next()
                        .map(advice -> (happened.endsWith("?") ? " " : "; ")
                                + call.terminal().shown(advice))
                        .orElse("");
    }

    private FieldsBuilder document(List<Failure> failures) {
        FieldsBuilder document = Json.object().put("error", json(failures.getFirst()));
        return failures.size() > 1 ? document.put("errors", Json.list(failures, this::json)) : document;
    }

    private Json.Fields json(Failure failure) {
        return Json.object()
                .put("code", failure.code())
                .put("what", failure.what())
                .put("where", call.terminal().shown(failure.where().orElse("")))
                .put("next", failure.next().orElse(""))
                .build();
    }

    private static Json.Fields question(Question question) {
        return Json.object()
                .put("question", question.sentence())
                .put("flags", Json.texts(question.flags()))
                .build();
    }

    /** Files are read as a whole. */
    private static Failure memory() {
        return Failure.of(
                        "DCT-198",
                        "there is not enough memory for this (Java may take "
                                + (Runtime.getRuntime().maxMemory() >> 20) + " MiB)")
                .next("make a large file of SQL several, or allow more: DECANT_JAVA_OPTIONS=-Xmx8g");
    }

    private Failure unexpected(Throwable thrown) {
        String trace = trace(thrown);
        if (output.isVerbose()) {
            output.error(trace);
        }
        String message = thrown.getClass().getSimpleName()
                + (thrown.getMessage() == null ? "" : ": " + firstLine(thrown.getMessage()));
        return Failure.of("DCT-199", "an error in Decant itself: " + message).next(keep(trace));
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString().stripTrailing();
    }

    /** Where the stack trace is kept, as advice; a folder that cannot be written is no second failure. */
    private String keep(String trace) {
        Path folder = call.terminal().surroundings().workingDirectory().resolve(".decant");
        Path file = folder.resolve("error-" + TIME.format(Clock.systemUTC().instant()) + ".txt");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, trace + "\n");
            return "please report it with the stack trace in " + file;
        } catch (IOException e) {
            return "run it again with --verbose to see where, and please report it";
        }
    }
}
