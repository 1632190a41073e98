package dev.decant.embedded.postgresql;

import java.nio.file.Path;
import java.util.Optional;

/** Finds processes again by their number. */
final class Processes {
    private Processes() {}

    /**
     * The living process with this number, if its command line names this path.
     *
     * <p>A number alone proves nothing: the operating system gives it to another program when the first has ended. A
     * process that has ended and whose parent has not asked how (a zombie) still has its number but no command line.
     */
    static Optional<ProcessHandle> living(long number, Path named) {
        return ProcessHandle.of(number)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .commandLine()
                        .map(line -> line.contains(named.toString()))
                        .orElse(false));
    }
}
