package dev.decant.workflow;

import dev.decant.config.Configuration;
import dev.decant.config.DatabaseUrl;
import dev.decant.config.Environment;
import dev.decant.config.SchemaLocation;
import dev.decant.database.Databases;
import dev.decant.database.Target;
import dev.decant.dialect.Dialect;
import dev.decant.failure.Failure;
import dev.decant.journal.Journal;
import dev.decant.journal.Scripts;
import dev.decant.run.RunSettings;
import dev.decant.source.CompiledClasses;
import dev.decant.source.JavaCode;
import dev.decant.source.JavaSchema;
import dev.decant.source.JavaSourceFolder;
import dev.decant.source.SchemaSource;
import dev.decant.source.SqlFileSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a call is about: a configuration, and the code, migrations and database that it names. Nothing is read before it is asked for. */
public final class Project {
    private static final List<String> CLASSES = List.of("target/classes", "build/classes/java/main");

    private final Configuration configuration;

    /** The project of a configuration. */
    public Project(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The folder in which Decant keeps what can be made again: {@code .decant} in the root. */
    public Path home() {
        return configuration.root().resolve(".decant");
    }

    /** The dialect. */
    public Dialect dialect() {
        return Databases.ofDialect(configuration.dialect()).dialect();
    }

    /** The migrations, none when there is no folder yet. */
    public Journal journal() {
        return Journal.openOrBegin(configuration.out(), dialect());
    }

    /**
     * The migrations.
     *
     * @throws dev.decant.failure.DecantException DCT-210 when there is no folder
     */
    public Journal existingJournal() {
        return Journal.open(configuration.out(), dialect());
    }

    /** Makes the classes of migrations, which may use those of the project where it has been compiled. */
    public JavaCode migrationCode() {
        return JavaCode.with(CLASSES.stream()
                .map(configuration.root()::resolve)
                .filter(Files::isDirectory)
                .toList());
    }

    /** The settings with what the project says about scripts: the values of placeholders, and classes to use. */
    public RunSettings adapted(RunSettings settings) {
        return settings.withPlaceholders(configuration::placeholder).withCode(migrationCode());
    }

    /** The hooks among the migrations, none when there is no folder. */
    public Scripts hooks() {
        return Journal.hooksIn(configuration.out());
    }

    /**
     * The schema as it is written in Java, or in SQL, which is read in a scratch database.
     *
     * @param progress is told what takes a moment, in words for people
     * @throws dev.decant.failure.DecantException DCT-123 when it is written for another dialect, and everything that is wrong with it
     */
    public SchemaSource code(Consumer<String> progress) {
        return sql().<SchemaSource>map(path -> new ProjectSql(configuration, path, progress))
                .orElseGet(this::java);
    }

    /** The file of SQL, or the folder of such files, in which the schema is written, unless it is written in Java. */
    Optional<Path> sql() {
        return switch (configuration.schema()) {
            case SchemaLocation.SqlFile(Path path) -> Optional.of(path);
            case SchemaLocation.Folder(Path path) -> Optional.of(path).filter(SqlFileSource::isOfSql);
            case SchemaLocation.ClassPackage(String name) -> Optional.empty();
        };
    }

    private JavaSchema java() {
        JavaSchema code = source();
        String dialect = code.declaration().dialect();
        if (!dialect.equals(configuration.dialect())) {
            throw Failure.of(
                            "DCT-123",
                            "it is written for " + dialect + ", but the dialect is " + configuration.dialect())
                    .at(code.describe())
                    .next("change one of them; each schema belongs to one dialect")
                    .exception();
        }
        return code;
    }

    private JavaSchema source() {
        return switch (configuration.schema()) {
            case SchemaLocation.Folder(Path path) -> new JavaSourceFolder(path, List.of(), home().resolve("classes"));
            case SchemaLocation.ClassPackage(String name) -> new CompiledClasses(compiled(), name);
            case SchemaLocation.SqlFile(Path path) -> throw new IllegalStateException(path + " is no Java");
        };
    }

    /** Where SQL is tried out when no database is compared: beside that of the project, else in one of Decant's own. */
    static Environment bench(Configuration configuration, String dialect) {
        if (dialect.equals("sqlite")) {
            return configuration.environmentAt("sqlite::memory:");
        }
        return configuration.knowsDatabase()
                ? configuration.environment()
                : configuration.environmentAt("embedded:" + dialect);
    }

    private List<Path> compiled() {
        return Stream.concat(CLASSES.stream().map(configuration.root()::resolve), Stream.of(configuration.root()))
                .filter(Files::isDirectory)
                .toList();
    }

    /**
     * The database, ready for these migrations.
     *
     * @param progress is told what takes a moment, in words for people
     */
    public Target target(Journal journal, Consumer<String> progress) {
        Environment environment = configuration.environment();
        Set<String> extensions =
                environment.url() instanceof DatabaseUrl.Embedded ? WantedExtensions.of(journal) : Set.of();
        return Target.of(environment, home(), extensions, progress);
    }

    /**
     * The database as it is.
     *
     * @param progress is told what takes a moment, in words for people
     */
    public Target target(Consumer<String> progress) {
        return Target.of(configuration.environment(), home(), Set.of(), progress);
    }
}
