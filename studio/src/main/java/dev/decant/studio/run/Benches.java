package dev.decant.studio.run;

import dev.decant.rehearsal.Memory;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.workflow.Bench;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where schemas may be tried out: where nothing is written, nothing is made either, not even for a moment. What was tried once is remembered,
 * since a page compares whenever somebody saves.
 */
public final class Benches {
    private final Workspace workspace;
    private final Map<String, Memory> memories = new ConcurrentHashMap<>();

    /** Those of a workspace. */
    public Benches(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The place for an environment, as it may be used now: beside it, beside the project's own database, or nowhere. */
    public Bench of(StudioEnvironment environment) {
        if (isWritable(environment)) {
            return new Bench.Beside(memory(environment));
        }
        if (workspace.names().contains(Workspace.DEFAULT)) {
            StudioEnvironment own = workspace.environment(Workspace.DEFAULT);
            if (isWritable(own) && isSameDialect(own, environment)) {
                return new Bench.At(own.settings(), memory(own));
            }
        }
        return new Bench.Nowhere();
    }

    private Memory memory(StudioEnvironment environment) {
        return memories.computeIfAbsent(environment.name(), name -> new Memory());
    }

    private static boolean isWritable(StudioEnvironment environment) {
        return environment.access().refusal().isEmpty();
    }

    private static boolean isSameDialect(StudioEnvironment one, StudioEnvironment other) {
        return one.settings().url().dialect().equals(other.settings().url().dialect());
    }
}
