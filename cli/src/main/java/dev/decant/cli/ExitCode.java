package dev.decant.cli;

/** What a call tells the shell when it ends. */
final class ExitCode {
    /** Done, or there was nothing to do. */
    static final int DONE = 0;
    /** It could not be done. */
    static final int FAILED = 1;
    /** The command line makes no sense. */
    static final int USAGE = 2;
    /** Done, and there are differences or findings. */
    static final int FINDINGS = 3;
    /** A decision is needed that only a person can take. */
    static final int UNDECIDED = 4;
    /** Stopped by Ctrl+C, as shells count it. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
