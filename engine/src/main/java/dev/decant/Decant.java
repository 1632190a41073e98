package dev.decant;

import dev.decant.database.ConnectionSource;
import dev.decant.database.Database;
import dev.decant.database.Databases;
import dev.decant.failure.Failure;
import dev.decant.journal.Journal;
import dev.decant.run.Comparison;
import dev.decant.run.RunListener;
import dev.decant.run.RunResult;
import dev.decant.run.RunSettings;
import dev.decant.run.Runner;
import dev.decant.run.Selection;
import dev.decant.source.JavaCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * Migrations inside of an application: {@code Decant.migrate(dataSource)} before it serves anybody. Any number of instances may do so at once.
 *
 * <p>The migrations are on the class path, in {@code migrations/} unless something else is said, with the index that {@code decant index}
 * writes; in an unpacked class path no index is needed. A pool gives up to three connections, and gets them back as they were.
 */
public final class Decant {
    private final DataSource dataSource;
    private final String location;
    private final ClassLoader loader;
    private final RunSettings settings;
    private final RunListener listener;

    private Decant(
            DataSource dataSource, String location, ClassLoader loader, RunSettings settings, RunListener listener) {
        this.dataSource = dataSource;
        this.location = location;
        this.loader = loader;
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Runs all migrations that have not run, and tells the log.
     *
     * @throws dev.decant.failure.DecantException with what failed, where, and what to do next
     */
    public static RunResult migrate(DataSource dataSource) {
        return of(dataSource).migrate();
    }

    /** The migrations for a database, with what is usual. */
    public static Decant of(DataSource dataSource) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? ClassLoader.getSystemClassLoader() : context;
        return new Decant(dataSource, "migrations", loader, RunSettings.USUAL, new RunLog());
    }

    /** The same with migrations in another place on the class path, such as {@code db/migrations}. */
    public Decant from(String other) {
        return new Decant(dataSource, other, loader, settings, listener);
    }

    /** The same with the class path of another loader. */
    public Decant from(ClassLoader other) {
        return new Decant(dataSource, location, other, settings, listener);
    }

    /** The same with other settings, made of those that are. */
    public Decant with(UnaryOperator<RunSettings> change) {
        return new Decant(dataSource, location, loader, change.apply(settings), listener);
    }

    /** The same, telling somebody else than the log. */
    public Decant telling(RunListener other) {
        return new Decant(dataSource, location, loader, settings, other);
    }

    /** Runs all migrations that have not run. */
    public RunResult migrate() {
        return migrate(Selection.ALL);
    }

    /** Runs some of the migrations that have not run. */
    public RunResult migrate(Selection selection) {
        Database database = database();
        return runner(database).migrate(journal(database), selection);
    }

    /** How the migrations stand in the database. */
    public Comparison status() {
        Database database = database();
        return runner(database).compare(journal(database));
    }

    private Journal journal(Database database) {
        return Journal.onClassPath(loader, location, database.dialect());
    }

    private Runner runner(Database database) {
        ConnectionSource source = () -> BorrowedConnection.of(dataSource.getConnection(), database);
        return new Runner(database, source, settings.withCode(JavaCode.of(loader)), listener);
    }

    private Database database() {
        try (Connection connection = dataSource.getConnection()) {
            String url = connection.getMetaData().getURL();
            return Databases.all().stream()
                    .filter(database -> database.accepts(url))
                    .findFirst()
                    .orElseThrow(() -> Failure.of("DCT-501", "no dialect on the class path is for this database")
                            .next("add the module of its dialect, such as decant-postgresql")
                            .exception());
        } catch (SQLException e) {
            throw Failure.of("DCT-510", "no connection could be had (" + e.getMessage() + ")")
                    .next("see that the database is there, and that the pool has one to give")
                    .exception(e);
        }
    }
}
