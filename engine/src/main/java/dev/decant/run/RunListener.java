package dev.decant.run;

/** Is told what happens while migrations run, in the thread that runs them. */
@FunctionalInterface
public interface RunListener {
    /** The listener that does nothing. */
    RunListener SILENT = event -> {};

    /** Is told of an event. */
    void on(RunEvent event);
}
