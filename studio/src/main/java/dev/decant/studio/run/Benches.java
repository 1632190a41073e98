package dev.decant.studio.run;

import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.workflow.Bench;

/** Where a schema may be tried out: where nothing is written, nothing is made either, not even for a moment. */
public final class Benches {
    private Benches() {}

    /** The place for an environment, as it may be used now: beside it, beside the project's own database, or nowhere. */
    public static Bench of(StudioEnvironment environment, Workspace workspace) {
        if (isWritable(environment)) {
            return new Bench.Beside();
        }
        if (workspace.names().contains(Workspace.DEFAULT)) {
            StudioEnvironment own = workspace.environment(Workspace.DEFAULT);
            if (isWritable(own) && isSameDialect(own, environment)) {
                return new Bench.At(own.settings());
            }
        }
        return new Bench.Nowhere();
    }

    private static boolean isWritable(StudioEnvironment environment) {
        return environment.access().refusal().isEmpty();
    }

    private static boolean isSameDialect(StudioEnvironment one, StudioEnvironment other) {
        return one.settings()
                .url()
                .dialect()
                .equals(other.settings().url().dialect());
    }
}
