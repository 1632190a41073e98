package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.config.Configuration;
import dev.decant.config.SchemaLocation;
import dev.decant.database.Inspection;
import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.dialect.Dialect;
import dev.decant.diff.Differ;
import dev.decant.diff.Questions;
import dev.decant.dsl.Declaration;
import dev.decant.emit.JavaChange;
import dev.decant.emit.JavaChanges;
import dev.decant.emit.JavaEmitter;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.journal.Draft;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.model.Schema;
import dev.decant.plan.Planner;
import dev.decant.source.JavaText;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The verb {@code pull}: writes what a database has as the Java that declares it, anew or into the classes that are there. */
public final class Pull {
    private static final String TITLE = "baseline";

    private final Configuration configuration;
    private final Dialect dialect;
    private final Clock clock;

    /** Pulls for a call. */
    public Pull(Configuration configuration, Clock clock) {
        this.configuration = configuration;
        this.dialect = new Project(configuration).dialect();
        this.clock = clock;
    }

    /**
     * Writes the classes, and a first migration where there is none.
     *
     * @param target the database
     * @param scope what of it is looked at
     * @throws DecantException when something has no form in Java, before anything is written
     */
    public Pulled run(Target target, Scope scope, PullOptions options) {
        requirePostgresql();
        Journal journal = new Project(configuration).journal();
        SourceTree tree = SourceTree.read(folder());
        DatabaseWords words = new DatabaseWords(target, scope);
        Schema schema = dialect.canonical(inspect(target, scope));
        Pulled pulled = decide(changes(schema, tree, words), schema, options, remarks(schema, target, scope));
        Schema written = dialect.canonical(
                compiled(tree.folder(), tree.after(pulled.files())).schema());
        if (pulled.isComplete()) {
            prove(schema, words.of(written, schema));
        }
        if (options.dryRun()) {
            return pulled;
        }
        tree.write(pulled.files());
        return pulled.withBaseline(baseline(written, journal));
    }

    private static Schema inspect(Target target, Scope scope) {
        try (Connection connection = target.connect()) {
            Inspection inspection = scope.of(target.database().inspectAll(connection, scope));
            if (!inspection.unknown().isEmpty()) {
                throw new DecantException(inspection.unknown().stream()
                        .map(object -> Failure.of("DCT-330", object + " has no form in Java")
                                .at(target.display())
                                .next("leave it out: --exclude 'kind:" + object.kind() + "'"))
                        .toList());
            }
            return inspection.schema();
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    private static List<String> remarks(Schema schema, Target target, Scope scope) {
        Stream<String> idle = scope.choosesByName() ? scope.idleFilters(target.names()).stream() : Stream.empty();
        Stream<String> histories = schema.tables().keySet().stream()
                .filter(OwnScope::isHistory)
                .map(table -> table + " is where another migration tool keeps its history; leave it out with"
                        + " --exclude 'table:" + table.local() + "', or exclude.tables in decant.toml");
        return Stream.concat(idle, histories).toList();
    }

    private void requirePostgresql() {
        if (!dialect.id().equals("postgresql")) {
            throw Failure.of("DCT-333", "this Decant writes classes for PostgreSQL, not for " + dialect.id())
                    .next("write them by hand, and compare: decant diff database code")
                    .exception();
        }
    }

    private Path folder() {
        new Project(configuration).sql().ifPresent(path -> {
            throw Failure.of("DCT-118", "pull writes Java, not SQL")
                    .at(path.toString())
                    .next("name a folder for it with --schema")
                    .exception();
        });
        return switch (configuration.schema()) {
            case SchemaLocation.Folder(Path path) -> path;
            case SchemaLocation.ClassPackage(String name) ->
                configuration.root().resolve("src/main/java").resolve(name.replace('.', '/'));
            case SchemaLocation.SqlFile(Path path) -> throw new IllegalStateException(path + " is no Java");
        };
    }

    private JavaChanges changes(Schema schema, SourceTree tree, DatabaseWords words) {
        String usual =
                Packages.of(configuration.root().relativize(tree.folder()).toString());
        JavaEmitter emitter = new JavaEmitter(usual);
        if (tree.files().isEmpty()) {
            return emitter.write(schema);
        }
        Declaration declared = new JavaText(tree.folder(), tree.texts()).declared();
        Schema there = words.of(dialect.canonical(declared.schema()), schema);
        return emitter.merge(tree.files(), declared, there, schema);
    }

    /** Leaves files where they are that may not go. */
    private Pulled decide(JavaChanges changes, Schema schema, PullOptions options, List<String> remarks) {
        List<JavaChange> removals =
                changes.files().stream().filter(JavaChange::isRemoval).toList();
        boolean delete = removals.isEmpty() || options.delete().test(removals);
        List<JavaChange> files = changes.files().stream()
                .filter(change -> delete || !change.isRemoval())
                .toList();
        return new Pulled(
                files,
                delete ? List.of() : removals,
                changes.byHand(),
                dialect.leftOut(schema),
                remarks,
                Optional.empty(),
                schema.equals(Schema.EMPTY));
    }

    /** A class that says something else than the database has is never written. */
    private static void prove(Schema schema, Schema written) {
        List<Failure> different = Disagreement.between(JavaEmitter.said(written), JavaEmitter.said(schema)).stream()
                .map(what -> Failure.of("DCT-331", "the classes would not say what the database has of " + what)
                        .next("leave it out of what Decant looks after, and report this as an error of Decant"))
                .toList();
        if (!different.isEmpty()) {
            throw new DecantException(different);
        }
    }

    /** What the classes would declare; hand-written code among them may use what is gone. */
    private static Declaration compiled(Path folder, Map<String, String> texts) {
        try {
            return new JavaText(folder, texts).declared();
        } catch (DecantException broken) {
            throw new DecantException(
                    broken.failures().stream()
                            .map(
                                    failure -> Failure.of(
                                                    "DCT-335",
                                                    "with what was pulled there is an error: " + failure.what())
                                            .at(failure.where().orElse(folder.toString()))
                                            .next(
                                                    "nothing was written; change what uses what the database does not have or a filter leaves out, and pull again"))
                            .toList(),
                    broken);
        }
    }

    private Optional<Migration> baseline(Schema schema, Journal journal) {
        if (!journal.migrations().isEmpty()) {
            return Optional.empty();
        }
        Planner planner = new Planner(dialect);
        List<Change> changes = new Differ(dialect, List.of(), Questions.NOBODY).diff(Schema.EMPTY, schema);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(journal.append(
                        new Draft(
                                TITLE,
                                planner.plan(Schema.EMPTY, changes),
                                planner.plan(schema, RoleDrops.without(Changes.reverse(changes))),
                                List.of()),
                        clock));
    }
}
