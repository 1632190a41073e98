package dev.decant.studio.connection;

import dev.decant.config.Configuration;
import dev.decant.config.Environment;
import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.failure.Failure;
import dev.decant.workflow.Project;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One environment: its configuration, its project, and its database, which is opened when first asked for. */
public final class StudioEnvironment implements AutoCloseable {
    private final String name;
    private final Configuration configuration;
    private final Project project;
    private final WriteAccess access;
    private final KeptQueries queries = new KeptQueries();
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable Target target;
    private @Nullable Sessions sessions;
    private @Nullable Sessions readingSessions;
    private @Nullable Browser browser;

    StudioEnvironment(String name, Configuration configuration, boolean readOnly, Audit audit) {
        this.name = name;
        this.configuration = configuration;
        this.project = new Project(configuration);
        this.access = new WriteAccess(
                name, readOnly, () -> configuration.environment().protectedFromPush(), audit);
    }

    /** Its name; {@link Workspace#DEFAULT} for {@code [database]}. */
    public String name() {
        return name;
    }

    /** What was decided for it. */
    public Configuration configuration() {
        return configuration;
    }

    /** The database as it is configured. */
    public Environment settings() {
        return configuration.environment();
    }

    /** The code, migrations and database of it. */
    public Project project() {
        return project;
    }

    /** Whether it may be written to now. */
    public WriteAccess access() {
        return access;
    }

    /** Queries in whose rows values can be read again. */
    public KeptQueries queries() {
        return queries;
    }

    /** The database; an embedded one is started when first asked for. */
    public Target target() {
        opening.lock();
        try {
            if (target == null) {
                target = project.target(project.journal(), text -> {});
            }
            return target;
        } finally {
            opening.unlock();
        }
    }

    /** Sessions in the database, which are used again. */
    public Sessions sessions() {
        opening.lock();
        try {
            if (sessions == null) {
                Target opened = target();
                sessions = new Sessions(opened, opened::connect);
            }
            return sessions;
        } finally {
            opening.unlock();
        }
    }

    /**
     * What can be looked at.
     *
     * @throws dev.decant.failure.DecantException DCT-706 when that is not known for this kind of database
     */
    public Browser browser() {
        opening.lock();
        try {
            if (browser == null) {
                browser = new Browser(sessions(), Scope.of(configuration.filters()));
            }
            return browser;
        } finally {
            opening.unlock();
        }
    }

    /** Reading that does not write. */
    public Reading reading() {
        return new Reading(readingSessions(), browser().browsing().readOnly());
    }

    /** Whether there is a login that may only read. */
    public boolean hasReadOnlyLogin() {
        return configuration.readOnlyEnvironment().isPresent();
    }

    private Sessions readingSessions() {
        opening.lock();
        try {
            if (readingSessions == null) {
                readingSessions = configuration
                        .readOnlyEnvironment()
                        .map(this::sessionsOf)
                        .orElseGet(this::sessions);
            }
            return readingSessions;
        } finally {
            opening.unlock();
        }
    }

    private Sessions sessionsOf(Environment login) {
        Target entered = Target.of(login, project.home(), Set.of(), text -> {});
        return new Sessions(entered, entered::connect);
    }

    /** Writing, which {@link #requireWritable} allows or not. */
    public Writing writing() {
        return new Writing(sessions(), browser().browsing());
    }

    /** Does something in a session of its own, which is closed behind it with all that was set in it. */
    public <T> T ownSession(Sessions.Work<T> work) {
        try (Loan loan = sessions().borrow()) {
            loan.spoil();
            return work.in(loan.connection());
        } catch (SQLException e) {
            throw StatementFailure.of(target(), e);
        }
    }

    /**
     * Goes on only if the database may be written to.
     *
     * @throws dev.decant.failure.DecantException DCT-722 when it may not
     */
    public void requireWritable() {
        access.refusal().ifPresent(reason -> {
            throw Failure.of("DCT-722", reason).at(name).next(access.advice()).exception();
        });
    }

    @Override
    public void close() {
        opening.lock();
        try {
            if (sessions != null) {
                sessions.close();
            }
            if (readingSessions != null) {
                readingSessions.close();
            }
            if (target != null) {
                target.interrupt();
                target.close();
            }
        } finally {
            opening.unlock();
        }
    }
}
