package dev.decant.workflow;

import dev.decant.config.Configuration;
import dev.decant.config.Environment;
import dev.decant.database.Databases;
import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.dialect.Dialect;
import dev.decant.journal.Journal;
import dev.decant.model.FormerName;
import dev.decant.source.EmptySource;
import dev.decant.source.HistorySource;
import dev.decant.source.JavaSourceFolder;
import dev.decant.source.JournalSource;
import dev.decant.source.SchemaSource;
import dev.decant.source.SqlFileSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Opens the two sides of a comparison; closing this gives up every database that was opened. */
final class Sides implements AutoCloseable {
    private final Configuration configuration;
    private final Project project;
    private final Side from;
    private final Side to;
    private final Scope scope;
    private final Dialect dialect;
    private final Consumer<String> progress;
    private final Map<Side, SchemaSource> sources = new LinkedHashMap<>();
    private final Map<Environment, Target> opened = new LinkedHashMap<>();

    /**
     * Opens the sides of a call.
     *
     * @param scope what is looked at on both
     * @param progress is told what takes a moment, in words for people
     */
    Sides(Configuration configuration, Side from, Side to, Scope scope, Consumer<String> progress) {
        this.configuration = configuration;
        this.project = new Project(configuration);
        this.from = from;
        this.to = to;
        this.scope = scope;
        this.progress = progress;
        this.dialect = Databases.ofDialect(dialectId()).dialect();
    }

    private String dialectId() {
        return live().map(environment -> environment.url().dialect()).orElseGet(configuration::dialect);
    }

    /** The dialect that both sides speak: that of a database among them, else that of the project. */
    Dialect dialect() {
        return dialect;
    }

    /** The first database among the sides. */
    private Optional<Environment> live() {
        return Stream.of(from, to)
                .filter(Side.Live.class::isInstance)
                .map(side -> ((Side.Live) side).environment())
                .findFirst();
    }

    /** What a side says that is not a database. */
    SchemaSource declared(Side side) {
        return sources.computeIfAbsent(side, this::open);
    }

    private SchemaSource open(Side side) {
        return switch (side) {
            case Side.Nothing nothing -> new EmptySource();
            case Side.Code code ->
                project.sql()
                        .<SchemaSource>map(path -> new SqlFileSource(path, bench(), scope))
                        .orElseGet(() -> project.code(progress));
            case Side.Migrations migrations -> new JournalSource(project.existingJournal());
            case Side.At(String migration) -> new JournalSource(project.existingJournal(), Optional.of(migration));
            case Side.Ran(var environment) -> new HistorySource(target(environment));
            case Side.JavaFolder(var path) ->
                new JavaSourceFolder(path, List.of(), project.home().resolve("classes"));
            case Side.MigrationFolder(var path) -> new JournalSource(Journal.open(path, dialect));
            case Side.SqlFile(var path) -> new SqlFileSource(path, bench(), scope);
            case Side.Live live -> throw new IllegalStateException("a database declares nothing");
        };
    }

    /** What things of a side were called before, as it says. */
    List<FormerName> formerNames(Side side) {
        return side instanceof Side.Code || side instanceof Side.JavaFolder
                ? declared(side).formerNames()
                : List.of();
    }

    /** A database of the sides. */
    Target target(Side.Live live) {
        return target(live.environment());
    }

    /** The first database of the sides, if there is one. */
    Optional<Target> compared() {
        return live().map(this::target);
    }

    /** Where things are tried out: beside a database of the sides, else that of the project, else one of Decant's own. */
    Target bench() {
        return target(live().orElseGet(this::benchEnvironment));
    }

    private Environment benchEnvironment() {
        return Project.bench(configuration, dialect.id());
    }

    /** Whether a side is written in SQL, so that a database has said it in its own words. */
    boolean isOfSql(Side side) {
        return side instanceof Side.SqlFile
                || side instanceof Side.Code && project.sql().isPresent();
    }

    private Target target(Environment environment) {
        return opened.computeIfAbsent(environment, at -> Target.of(at, project.home(), Set.of(), progress));
    }

    @Override
    public void close() {
        opened.values().forEach(Target::close);
    }
}
