package dev.decant.postgresql.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.run.RunListener;
import dev.decant.run.RunSettings;
import dev.decant.run.Runner;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import dev.decant.testkit.run.RunnerLab;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a run calls the server. */
class CallsTest {
    private final TestDatabase database = TestServers.postgres("17").freshDatabase();

    /** liquibase#3816, liquibase#7544: a start with nothing to do took longer with each migration that ever ran. */
    @Test
    void a_run_with_nothing_to_do_calls_as_often_however_many_migrations_ran(@TempDir Path folder) throws IOException {
        try (database) {
            RunnerLab lab = new RunnerLab(FaultLab.DIALECT, database::open, folder);
            lab.addTable("first");
            lab.runner().migrate(lab.journal());
            int one = calls(lab);
            for (int i = 0; i < 30; i++) {
                lab.addTable("table_" + i);
            }
            int all = calls(lab);

            assertThat(calls(lab)).isEqualTo(one).isLessThan(20);
            assertThat(all - one).isLessThan(30 * 8);
        }
    }

    @Test
    void many_rows_do_not_cost_a_call_each(@TempDir Path folder) throws IOException {
        try (database) {
            RunnerLab lab = new RunnerLab(FaultLab.DIALECT, database::open, folder);
            lab.addTable("first");
            lab.add("rows", "INSERT INTO first VALUES (1);\n".repeat(2000), "DELETE FROM first;");

            assertThat(calls(lab)).isLessThan(100);
            assertThat(lab.number("SELECT count(*) FROM first")).isEqualTo(2000);
        }
    }

    private int calls(RunnerLab lab) throws IOException {
        try (Wire wire = new Wire(database.server().port(), 0, false)) {
            String url = "jdbc:postgresql://127.0.0.1:" + wire.port() + "/" + database.name();
            new Runner(
                            FaultLab.DIALECT,
                            () -> FaultLab.open(url, database.user(), database.password()),
                            RunSettings.USUAL,
                            RunListener.SILENT)
                    .migrate(lab.journal());
            return wire.calls();
        }
    }
}
