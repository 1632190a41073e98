package dev.decant.config;

import dev.decant.failure.Failure;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The variables that exist: those of the process, and behind them those of {@code .env}. */
record Variables(Map<String, String> process, String dotEnvName, DotEnv dotEnv) {
    Variables {
        process = Map.copyOf(process);
    }

    /**
     * The value of a variable.
     *
     * @throws dev.decant.failure.DecantException DCT-106 when its line in {@code .env} needs a variable that has none
     */
    Optional<String> find(String name) {
        return find(name, Set.of());
    }

    /** Where the value of a variable comes from: its name, or for one of {@code .env} the line. */
    String place(String name) {
        return process.containsKey(name)
                ? name
                : dotEnv.find(name).map(this::place).orElse(name);
    }

    /** The names of all variables, sorted. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(process.keySet());
        names.addAll(dotEnv.entries().keySet());
        return names;
    }

    /** A variable counts as unset while its own line in .env is filled in, so that no line can need itself. */
    private Optional<String> find(String name, Set<String> hidden) {
        if (process.containsKey(name)) {
            return Optional.ofNullable(process.get(name));
        }
        return dotEnv.find(name).filter(entry -> !hidden.contains(name)).map(entry -> {
            Set<String> deeper = new HashSet<>(hidden);
            deeper.add(name);
            return entry.literal() ? entry.value() : fill(name, entry, inner -> find(inner, deeper));
        });
    }

    private String fill(String name, DotEnv.Entry entry, Function<String, Optional<String>> lookup) {
        Template template = Places.at(place(entry), () -> Template.parse(entry.value()));
        template.firstUnset(lookup).ifPresent(unset -> {
            throw Failure.of("DCT-106", name + " needs the variable " + unset + ", which is not set")
                    .at(place(entry))
                    .next("set it, or write ${" + unset + ":-default}")
                    .exception();
        });
        return template.fill(lookup);
    }

    private String place(DotEnv.Entry entry) {
        return dotEnvName + ":" + entry.line();
    }

    @Override
    public String toString() {
        return "Variables";
    }
}
