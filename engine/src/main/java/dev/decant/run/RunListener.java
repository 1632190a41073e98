package dev.decant.run;

/**
 * Is told what happens while migrations run, one event at a time. All but {@link RunEvent.StatementRunning} are told in the thread that runs
 * them, and an exception there ends the run.
 */
@FunctionalInterface
public interface RunListener {
    /** The listener that does nothing. */
    RunListener SILENT = event -> {};

    /** Is told of an event. */
    void on(RunEvent event);

    /** Whether the run is to end, at the next moment at which nothing is left in doubt. */
    default boolean stops() {
        return false;
    }
}
