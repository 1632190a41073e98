package dev.decant.studio.connection;

import dev.decant.config.Configuration;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import dev.decant.studio.http.EventHub;
import dev.decant.studio.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What a studio works on: the environments of one configuration, each opened when first asked for, and whoever listens for events.
 *
 * <p>A browser names an environment. Where its database is, who enters it and what the driver is told comes from the configuration only.
 */
public final class Workspace implements AutoCloseable {
    /** The name of {@code [database]}. */
    public static final String DEFAULT = "default";

    private final String current;
    private final Map<String, Function<String, Configuration>> known = new LinkedHashMap<>();
    private final Map<String, StudioEnvironment> opened = new ConcurrentHashMap<>();
    private final EventHub events = new EventHub();
    private final Audit audit;
    private final boolean readOnly;

    /**
     * A workspace.
     *
     * @param start the configuration of the call that started the studio; the database that it is about is the current one
     * @param others the configuration for another environment, by its name; nothing for that of {@code [database]}
     * @param readOnly whether nothing is written to any database
     * @param audit is told what is done to protected databases
     */
    public Workspace(
            Configuration start, Function<Optional<String>, Configuration> others, boolean readOnly, Audit audit) {
        this.current = start.selectedEnvironment().orElse(DEFAULT);
        this.readOnly = readOnly;
        this.audit = audit;
        Configuration bare = start.selectedEnvironment().isPresent() ? others.apply(Optional.empty()) : start;
        if (bare.selectedEnvironment().isEmpty() && bare.knowsDatabase()) {
            known.put(DEFAULT, name -> bare);
        }
        start.environmentNames().forEach(name -> known.put(name, given -> others.apply(Optional.of(given))));
        known.put(current, name -> start);
    }

    /** The name of the environment that the studio was started for. */
    public String current() {
        return current;
    }

    /** The names of all environments. */
    public List<String> names() {
        return List.copyOf(known.keySet());
    }

    /**
     * An environment.
     *
     * @throws DecantException DCT-113 when there is none of that name
     */
    public StudioEnvironment environment(String name) {
        Function<String, Configuration> configuration = known.get(name);
        if (configuration == null) {
            throw Failure.of("DCT-113", "there is no environment \"" + name + "\"")
                    .next(Suggestions.advice(name, names()))
                    .exception();
        }
        return opened.computeIfAbsent(
                name, given -> new StudioEnvironment(given, configuration.apply(given), readOnly, audit));
    }

    /** The environment that a request is about: the one that it names, else the current one. */
    public StudioEnvironment environment(Request request) {
        return environment(request.environment().orElse(current));
    }

    /** Tells open pages what happens. */
    public EventHub events() {
        return events;
    }

    /** Ends what runs and closes all connections. */
    @Override
    public void close() {
        new ArrayList<>(opened.values()).forEach(StudioEnvironment::close);
    }
}
