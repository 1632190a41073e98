package dev.decant.sqlite;

import dev.decant.testkit.run.AssertionContract;
import dev.decant.testkit.run.HookContract;
import dev.decant.testkit.run.InterruptionContract;
import dev.decant.testkit.run.JavaContract;
import dev.decant.testkit.run.LargeScriptContract;
import dev.decant.testkit.run.LockContract;
import dev.decant.testkit.run.ManyRowsContract;
import dev.decant.testkit.run.MigrateContract;
import dev.decant.testkit.run.RepeatContract;
import dev.decant.testkit.run.ResumeContract;
import dev.decant.testkit.run.RollbackContract;
import dev.decant.testkit.run.RunnerLab;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteRunnerTest
        implements MigrateContract,
                LargeScriptContract,
                ManyRowsContract,
                InterruptionContract,
                ResumeContract,
                RollbackContract,
                LockContract,
                AssertionContract,
                RepeatContract,
                HookContract,
                JavaContract {
    private final SqliteDatabase database = new SqliteDatabase();
    private RunnerLab lab;

    @BeforeEach
    void make_a_lab(@TempDir Path folder) {
        String url = "jdbc:sqlite:" + folder.resolve("app.db");
        lab = new RunnerLab(database, () -> database.open(url, new Properties()), folder.resolve("migrations"));
    }

    @Override
    public RunnerLab lab() {
        return lab;
    }
}
