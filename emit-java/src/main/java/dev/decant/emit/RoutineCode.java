package dev.decant.emit;

import dev.decant.model.Expression;
import dev.decant.model.routine.Argument;
import dev.decant.model.routine.ArgumentMode;
import dev.decant.model.routine.Result;
import dev.decant.model.routine.Routine;
import dev.decant.model.routine.RoutineBody;
import dev.decant.model.routine.RoutineType;
import java.util.Optional;

/** Functions and procedures. */
final class RoutineCode implements ObjectCode<Routine> {
    @Override
    public Class<Routine> type() {
        return Routine.class;
    }

    @Override
    public String className() {
        return "Routines";
    }

    @Override
    public String fieldType() {
        return "Routine";
    }

    @Override
    public Chain chain(Routine routine, String field, FileCode file) {
        Chain chain = ObjectNames.begin(word(routine.type()), routine.name(), field);
        routine.arguments().forEach(argument -> addArgument(argument, chain));
        if (!isImplied(routine)) {
            routine.result().ifPresent(result -> addResult(result, chain));
        }
        boolean linked = routine.body() instanceof RoutineBody.Linked;
        if (!routine.language().equals("sql") && !linked) {
            chain.call("language", JavaText.quoted(routine.language()));
        }
        new RoutineTraitsCode(routine, file).add(chain);
        addBody(routine, chain, file);
        return chain.comment(routine.comment());
    }

    private static String word(RoutineType type) {
        return switch (type) {
            case FUNCTION -> "function";
            case PROCEDURE -> "procedure";
            case WINDOW -> "windowFunction";
        };
    }

    private static void addArgument(Argument argument, Chain chain) {
        String method = switch (argument.mode()) {
            case IN -> "argument";
            case OUT -> "out";
            case INOUT -> "inOut";
            case VARIADIC -> "variadic";
            case TABLE -> "column";
        };
        String name = JavaText.quoted(argument.name());
        String type = JavaText.quoted(argument.type().toString());
        Optional<String> value = argument.value().map(Expression::sql).map(JavaText::of);
        if (value.isPresent()) {
            chain.call(method, name, type, value.get());
        } else {
            chain.call(method, name, type);
        }
    }

    private static boolean isImplied(Routine routine) {
        boolean out = routine.arguments().stream().map(Argument::mode).anyMatch(ArgumentMode::isOutput);
        return out
                && routine.withArguments(routine.arguments(), Optional.empty()).equals(routine);
    }

    private static void addResult(Result result, Chain chain) {
        String type = result.type().toString();
        if (type.equals("trigger") && !result.setOf()) {
            chain.call("returnsTrigger");
        } else {
            chain.call(result.setOf() ? "returnsSetOf" : "returns", JavaText.quoted(type));
        }
    }

    private static void addBody(Routine routine, Chain chain, FileCode file) {
        switch (routine.body()) {
            case RoutineBody.Text(String text) -> chain.call("body", JavaText.of(text));
            case RoutineBody.Parsed(Expression code) -> chain.call("sqlBody", JavaText.of(code.sql()));
            case RoutineBody.Linked(String library, String symbol) -> {
                chain.call("linkedTo", JavaText.quoted(library), JavaText.quoted(symbol));
                if (!routine.language().equals("c")) {
                    file.lack("the " + routine.key(), "is of a library and in the language " + routine.language());
                }
            }
        }
    }
}
