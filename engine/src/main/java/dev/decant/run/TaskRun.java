package dev.decant.run;

import dev.decant.failure.Failure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Runs what there is to do under the lock, with the hooks around it: task by task, or all of them as one.
 *
 * @param asOne whether all of them are one transaction
 */
record TaskRun(Access access, Session session, HookRuns hooks, boolean asOne) {
    /** What is to be done, as the history has it at the moment. */
    @FunctionalInterface
    interface Todo {
        List<Task> now() throws SQLException;
    }

    /** Runs it; nobody asks for the lock when there is nothing to do, and once it is there, the history is read again. */
    RunResult run(Todo todo) throws SQLException {
        long start = System.nanoTime();
        List<Task> done = todo.now().isEmpty() && !hooks.isOwed()
                ? List.of()
                : access.underLock(session, lock -> {
                    List<Task> tasks = todo.now();
                    run(tasks, lock);
                    return tasks;
                });
        return new RunResult(
                done.stream()
                        .filter(task -> !(task instanceof RepeatTask))
                        .map(Task::id)
                        .toList(),
                done.stream()
                        .filter(RepeatTask.class::isInstance)
                        .map(Task::title)
                        .toList(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private void run(List<Task> tasks, Hold lock) throws SQLException {
        try {
            requireKnown(tasks);
            if (tasks.isEmpty()) {
                hooks.endIfOwed();
            } else if (asOne) {
                new OneTransaction(session, tasks, hooks).run(lock);
            } else {
                hooks.begin(tasks.size());
                oneByOne(tasks, lock);
                hooks.end();
            }
        } catch (MigrationFailedException e) {
            hooks.afterFailure(e);
            throw e;
        }
    }

    private void requireKnown(List<Task> tasks) throws SQLException {
        for (Task task : tasks) {
            session.requireKnown(task.file());
        }
    }

    private void oneByOne(List<Task> tasks, Hold lock) throws SQLException {
        try (LateFlush flush = new LateFlush(session, tasks.size())) {
            int number = 1;
            for (Task task : tasks) {
                requireWanted(number - 1, tasks.size());
                lock.requireHeld();
                if (number == tasks.size()) {
                    flush.end();
                }
                run(task, number++, tasks.size());
            }
        }
    }

    private void requireWanted(int done, int total) {
        if (session.isInterrupted()) {
            throw Failure.of(
                            "DCT-548",
                            "somebody interrupted the run; " + done + " of " + total
                                    + " are done, and nothing of the others was begun")
                    .next("the next run goes on from there; decant status tells how all stands")
                    .exception();
        }
    }

    private void run(Task task, int number, int total) throws SQLException {
        session.tell(new RunEvent.MigrationStarted(task.id(), task.title(), task.direction(), number, total));
        try {
            Duration duration = new MigrationRun(session, task, total - number).run();
            session.tell(new RunEvent.MigrationFinished(task.id(), task.direction(), duration));
        } catch (MigrationFailedException e) {
            new FailureNote(session).write(e);
            throw e;
        }
    }
}
