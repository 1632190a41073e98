package dev.decant.postgresql;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import dev.decant.testkit.run.LockContract;
import dev.decant.testkit.run.MigrateContract;
import dev.decant.testkit.run.ResumeContract;
import dev.decant.testkit.run.RollbackContract;
import dev.decant.testkit.run.RunnerLab;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class PostgresqlRunnerTest implements MigrateContract, ResumeContract, RollbackContract, LockContract {
    private TestDatabase server;
    private RunnerLab lab;

    @BeforeEach
    void make_a_lab(@TempDir Path folder) throws SQLException {
        server = TestServers.postgres("17").freshDatabase();
        lab = new RunnerLab(LiveDatabase.DATABASE, this::open, folder.resolve("migrations"));
    }

    private Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", server.password());
        return LiveDatabase.DATABASE.open(server.jdbcUrl(), properties);
    }

    @AfterEach
    void drop_the_database() throws SQLException {
        server.close();
    }

    @Override
    public RunnerLab lab() {
        return lab;
    }
}
