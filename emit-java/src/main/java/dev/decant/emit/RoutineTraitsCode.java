package dev.decant.emit;

import dev.decant.model.routine.Routine;
import dev.decant.model.routine.RoutineTraits;
import java.util.regex.Pattern;

/** How a function or procedure runs, as calls. */
final class RoutineTraitsCode {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    private final Routine routine;
    private final FileCode file;

    RoutineTraitsCode(Routine routine, FileCode file) {
        this.routine = routine;
        this.file = file;
    }

    /** Adds a call for everything that is not as usual. */
    void add(Chain chain) {
        RoutineTraits traits = routine.traits();
        switch (traits.volatility()) {
            case VOLATILE -> {}
            case STABLE -> chain.call("stable");
            case IMMUTABLE -> chain.call("immutable");
        }
        chain.callIf(traits.strict(), "strict");
        chain.callIf(traits.leakproof(), "leakproof");
        chain.callIf(traits.securityDefiner(), "securityDefiner");
        switch (traits.parallelism()) {
            case UNSAFE -> {}
            case RESTRICTED -> chain.call("parallelRestricted");
            case SAFE -> chain.call("parallelSafe");
        }
        traits.cost().ifPresent(cost -> chain.call("cost", number(cost)));
        traits.rows().ifPresent(rows -> chain.call("rows", number(rows)));
        traits.support().ifPresent(support -> chain.call("support", JavaText.quoted(support.toString())));
        traits.settings()
                .forEach(setting ->
                        chain.call("set", JavaText.quoted(setting.name()), JavaText.quoted(setting.value())));
        traits.transforms().forEach(type -> chain.call("transform", JavaText.quoted(type.toString())));
    }

    private String number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            file.lack("the " + routine.key(), "has an estimate of " + text);
        }
        return text;
    }
}
