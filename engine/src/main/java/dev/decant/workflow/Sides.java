package dev.decant.workflow;

import dev.decant.config.Configuration;
import dev.decant.database.Databases;
import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.dialect.Dialect;
import dev.decant.failure.Failure;
import dev.decant.journal.Journal;
import dev.decant.source.DatabaseSource;
import dev.decant.source.EmptySource;
import dev.decant.source.JavaSourceFolder;
import dev.decant.source.JournalSource;
import dev.decant.source.SchemaSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Opens what is compared; closing this gives up every database that was opened. */
final class Sides implements AutoCloseable {
    private final Project project;
    private final Dialect dialect;
    private final Consumer<String> progress;
    private final Scope scope;
    private final Deque<Target> opened = new ArrayDeque<>();

    /**
     * Opens sides for a comparison.
     *
     * @param scope what is looked at in a database
     */
    Sides(Configuration configuration, Dialect dialect, Scope scope, Consumer<String> progress) {
        this.project = new Project(configuration);
        this.dialect = dialect;
        this.progress = progress;
        this.scope = scope;
    }

    /** The dialect that both sides speak: that of a database among them, else that of the project. */
    static Dialect dialect(Configuration configuration, Side from, Side to) {
        String id = Stream.of(from, to)
                .filter(Side.Live.class::isInstance)
                .map(side -> ((Side.Live) side).environment().url().dialect())
                .findFirst()
                .orElseGet(configuration::dialect);
        return Databases.ofDialect(id).dialect();
    }

    SchemaSource open(Side side) {
        return switch (side) {
            case Side.Nothing nothing -> new EmptySource();
            case Side.Code code -> project.code();
            case Side.Migrations migrations -> new JournalSource(project.existingJournal());
            case Side.JavaFolder(var path) ->
                new JavaSourceFolder(path, List.of(), project.home().resolve("classes"));
            case Side.MigrationFolder(var path) -> new JournalSource(Journal.open(path, dialect));
            case Side.SqlFile(var path) ->
                throw Failure.of("DCT-118", "this Decant reads a schema from Java, not from SQL")
                        .at(path.toString())
                        .next("name a folder of Java source, or a database that has it")
                        .exception();
            case Side.Live live -> new DatabaseSource(target(live), scope);
        };
    }

    private Target target(Side.Live live) {
        Target target = Target.of(live.environment(), project.home(), Set.of(), progress);
        opened.push(target);
        return target;
    }

    @Override
    public void close() {
        opened.forEach(Target::close);
    }
}
