package dev.decant.emit;

import dev.decant.model.aggregate.Accumulation;
import dev.decant.model.aggregate.Aggregate;
import dev.decant.model.aggregate.AggregateType;
import dev.decant.model.aggregate.PartialAggregation;
import dev.decant.model.routine.Argument;
import dev.decant.model.routine.ArgumentMode;
import java.util.List;

/** Aggregates. */
final class AggregateCode implements ObjectCode<Aggregate> {
    @Override
    public Class<Aggregate> type() {
        return Aggregate.class;
    }

    @Override
    public String className() {
        return "Routines";
    }

    @Override
    public String fieldType() {
        return "Aggregate";
    }

    @Override
    public Chain chain(Aggregate aggregate, String field, FileCode file) {
        Chain chain = ObjectNames.begin("aggregate", aggregate.name(), field);
        addArguments(aggregate, chain, file);
        chain.call("rows", step(aggregate.rows()));
        aggregate.moving().ifPresent(moving -> chain.call("movingRows", step(moving)));
        addPieces(aggregate.partial(), chain);
        aggregate.sortOperator().ifPresent(operator -> chain.call("sortOperator", ObjectNames.quoted(operator)));
        return chain.comment(aggregate.comment());
    }

    private static void addArguments(Aggregate aggregate, Chain chain, FileCode file) {
        List<Argument> arguments = aggregate.arguments();
        boolean ordered = aggregate.type() != AggregateType.NORMAL;
        for (int i = 0; i <= arguments.size(); i++) {
            if (ordered && i == aggregate.direct()) {
                chain.call("orderBy");
            }
            if (i < arguments.size()) {
                Argument argument = arguments.get(i);
                boolean variadic = argument.mode() == ArgumentMode.VARIADIC;
                chain.call(
                        variadic ? "variadic" : "argument",
                        JavaText.quoted(argument.name()),
                        JavaText.quoted(argument.type().toString()));
            }
        }
        chain.callIf(aggregate.type() == AggregateType.HYPOTHETICAL, "hypothetical");
        boolean plain = arguments.stream()
                .allMatch(argument -> argument.mode() == ArgumentMode.IN || argument.mode() == ArgumentMode.VARIADIC);
        if (!plain) {
            file.lack("the " + aggregate.key(), "has an argument that is not passed in");
        }
    }

    private static String step(Accumulation step) {
        Chain chain = Chain.ofCall(
                "step",
                ObjectNames.quoted(step.function()),
                JavaText.quoted(step.type().toString()));
        step.initial().ifPresent(state -> chain.call("startWith", JavaText.of(state)));
        if (step.space() != 0) {
            chain.call("space", Integer.toString(step.space()));
        }
        step.inverse().ifPresent(function -> chain.call("inverse", ObjectNames.quoted(function)));
        step.finish().ifPresent(function -> chain.call("finish", ObjectNames.quoted(function)));
        chain.callIf(step.finishExtra(), "finishExtra");
        switch (step.finishModify()) {
            case USUAL -> {}
            case READ_ONLY -> chain.call("finishReadOnly");
            case SHAREABLE -> chain.call("finishShareable");
            case READ_WRITE -> chain.call("finishReadWrite");
        }
        return chain.toString();
    }

    private static void addPieces(PartialAggregation partial, Chain chain) {
        partial.combine().ifPresent(function -> chain.call("combine", ObjectNames.quoted(function)));
        partial.serialize()
                .ifPresent(there -> chain.call(
                        "serialize",
                        ObjectNames.quoted(there),
                        partial.deserialize().map(ObjectNames::quoted).orElse("\"\"")));
        switch (partial.parallelism()) {
            case UNSAFE -> {}
            case RESTRICTED -> chain.call("parallelRestricted");
            case SAFE -> chain.call("parallelSafe");
        }
    }
}
