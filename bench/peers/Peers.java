import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.flywaydb.core.Flyway;

/**
 * Runs the same migrations with Flyway's or Liquibase's Java API: flyway|liquibase, their number, a folder, JDBC URL, user, password, and
 * {@code again} when everything has run already.
 */
public class Peers {
    public static void main(String[] arguments) throws Exception {
        for (String what : arguments.length > 6 ? new String[] {"started"} : new String[] {"all", "again"}) {
            double before = what.equals("started") ? 0 : processorSeconds();
            long start = System.nanoTime();
            if (arguments[0].equals("flyway")) {
                Flyway.configure()
                        .dataSource(arguments[3], arguments[4], arguments[5])
                        .locations("filesystem:" + arguments[2] + "/flyway")
                        .load()
                        .migrate();
            } else {
                liquibase(arguments);
            }
            long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            System.out.printf(
                    "%6s migrations  %-10s %-8s %8.2f s  %8.2f s of processor  %6d MiB%n",
                    arguments[1],
                    arguments[0],
                    what,
                    (System.nanoTime() - start) / 1e9,
                    processorSeconds() - before,
                    heap >> 20);
        }
    }

    private static double processorSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private static void liquibase(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection(arguments[3], arguments[4], arguments[5])) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            try (Liquibase liquibase = new Liquibase(
                    "changelog.sql", new DirectoryResourceAccessor(Path.of(arguments[2], "liquibase")), database)) {
                liquibase.update("");
            }
        }
    }
}
