package dev.decant.workflow;

import dev.decant.config.Environment;
import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.failure.Counted;
import dev.decant.failure.Failure;
import dev.decant.model.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The verb {@code restore}: a database as it was when it was backed up. */
public final class Restore {
    private final Target target;
    private final Environment environment;

    /**
     * Restores a database.
     *
     * @param environment how much care it asks for
     */
    public Restore(Target target, Environment environment) {
        this.target = target;
        this.environment = environment;
    }

    /**
     * Does it. What is in the database is lost then, and only when somebody has approved of that; when it fails, all is as it was.
     *
     * @param approval whether what is there may be lost: any text, and the environment's name where it is protected
     * @throws DecisionNeededException DCT-532 when there is something, and that is not approved
     */
    public void run(Path file, Optional<String> approval, Consumer<String> progress) {
        if (!Files.isRegularFile(file)) {
            throw Failure.of("DCT-537", "there is no such backup")
                    .at(file.toString())
                    .next("correct the path")
                    .exception();
        }
        List<String> emptying;
        try (Connection connection = target.connect()) {
            Schema there = target.database().inspect(connection, Scope.EVERYTHING);
            if (!there.tables().isEmpty()) {
                requireApproval(there.tables().size(), approval);
            }
            emptying = target.database().emptying(connection);
        } catch (SQLException e) {
            throw target.failure(e);
        }
        target.database().backups().load(file, target.url(), emptying, progress);
    }

    private void requireApproval(int tables, Optional<String> approval) {
        String needed = environment.protectedFromPush()
                ? environment.name().orElseGet(() -> environment.url().display())
                : "";
        boolean approved = needed.isEmpty() ? approval.isPresent() : approval.equals(Optional.of(needed));
        if (!approved) {
            throw new DecisionNeededException(Failure.of(
                            "DCT-532",
                            "what is there would be lost: "
                                    + new Counted("table with its rows", "tables with their rows").behind(tables))
                    .at(environment.display())
                    .next("if that is meant: --accept-data-loss" + (needed.isEmpty() ? "" : "=" + needed)));
        }
    }
}
