package dev.decant.postgresql.run;

import java.util.List;

/** Programs that this one has started and that end when it is ended, so that none goes on for nobody. */
final class EndingTogether implements AutoCloseable {
    private final List<Process> programs;
    private final Thread hook = new Thread(this::end, "ending-together");
    private volatile boolean ended;

    private EndingTogether(List<Process> programs) {
        this.programs = programs;
    }

    /** From now on, until this is closed, these end with this program; one that is killed cannot see to that. */
    static EndingTogether of(Process... programs) {
        EndingTogether together = new EndingTogether(List.of(programs));
        Runtime.getRuntime().addShutdownHook(together.hook);
        return together;
    }

    private void end() {
        ended = true;
        programs.forEach(Process::destroy);
    }

    /** Whether that is why they ended. */
    boolean isEnded() {
        return ended;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The program is ending, and the hook runs.
        }
    }
}
