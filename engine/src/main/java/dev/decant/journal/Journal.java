package dev.decant.journal;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.codec.Fingerprint;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Hazard;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The migrations folder as it was when it was read. Writing adds a folder on the disk; {@link #with} gives the journal that has it. */
public final class Journal {
    private final Path folder;
    private final Dialect dialect;
    private final MigrationGraph graph;
    private final Scripts scripts;

    private Journal(Path folder, Dialect dialect, FolderReader.Content content) {
        this(folder, dialect, content.migrations(), content.scripts());
    }

    private Journal(Path folder, Dialect dialect, List<Migration> migrations, Scripts scripts) {
        this.folder = folder;
        this.dialect = dialect;
        this.graph = new MigrationGraph(migrations);
        this.scripts = scripts;
    }

    /**
     * Reads a migrations folder.
     *
     * @throws dev.decant.failure.DecantException when it is not there, or something in it is missing, broken, or does not belong; all that
     *     is wrong is told at once
     */
    public static Journal open(Path folder, Dialect dialect) {
        if (!Files.exists(folder)) {
            throw Failure.of("DCT-210", "there is no such folder of migrations")
                    .at(folder.toString())
                    .next("generate the first migration, or correct the path")
                    .exception();
        }
        return openOrBegin(folder, dialect);
    }

    /** The same, except that a folder that is not there is a journal without migrations, and is made when one is written. */
    public static Journal openOrBegin(Path folder, Dialect dialect) {
        if (!Files.exists(folder)) {
            return new Journal(folder, dialect, List.of(), Scripts.NONE);
        }
        if (!Files.isDirectory(folder)) {
            throw Failure.of("DCT-211", "this is a file, not a folder of migrations")
                    .at(folder.toString())
                    .next("correct the path")
                    .exception();
        }
        return new Journal(folder, dialect, new FolderReader(folder, dialect).read());
    }

    /**
     * The migrations that an application carries on its class path.
     *
     * @param location where, such as {@code db/migrations}
     * @throws dev.decant.failure.DecantException DCT-210 when there are none, DCT-223 when there is no index, and what is wrong with them
     */
    public static Journal onClassPath(ClassLoader loader, String location, Dialect dialect) {
        return new Journal(Path.of(location), dialect, new ClassPathReader(loader, location, dialect).read());
    }

    /**
     * The hooks in a folder of migrations, which need not be there, whatever else is in it.
     *
     * @throws dev.decant.failure.DecantException when they cannot be read
     */
    public static Scripts hooksIn(Path folder) {
        ScriptReader reader = new ScriptReader(folder);
        Scripts hooks = new Scripts(List.of(), reader.hooks());
        if (!reader.failures().isEmpty()) {
            throw new DecantException(reader.failures());
        }
        return hooks;
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** The dialect in which its SQL is written. */
    public Dialect dialect() {
        return dialect;
    }

    /** All migrations, each behind its parents, and older ones first. */
    public List<Migration> migrations() {
        return graph.ordered();
    }

    /** What there is beside the migrations. */
    public Scripts scripts() {
        return scripts;
    }

    /** The migrations that no other rests on: one, or several that were made side by side, or none in an empty journal. */
    public List<Migration> heads() {
        return graph.heads();
    }

    /** A migration and all that it rests on, in order. */
    public List<Migration> upTo(String id) {
        return graph.upTo(id);
    }

    /** The migration with this id. */
    public Optional<Migration> find(String id) {
        return migrations().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * The migration that somebody means: by its id, the beginning of it, or its title.
     *
     * @throws dev.decant.failure.DecantException when there is none, or more than one
     */
    public Migration named(String text) {
        List<Migration> meant = Stream.<List<Migration>>of(
                        migrations().stream()
                                .filter(each -> each.id().equals(text))
                                .toList(),
                        migrations().stream()
                                .filter(each -> each.title().equals(text))
                                .toList(),
                        migrations().stream()
                                .filter(each -> each.id().startsWith(text))
                                .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseThrow(() -> Failure.of("DCT-219", "there is no migration \"" + text + "\"")
                        .at(folder.toString())
                        .next(Suggestions.advice(
                                text, migrations().stream().map(Migration::id).toList()))
                        .exception());
        if (meant.size() > 1) {
            throw Failure.of("DCT-219", "\"" + text + "\" could be " + meant.get(0) + " or " + meant.get(1))
                    .at(folder.toString())
                    .next("give more of the name")
                    .exception();
        }
        return meant.getFirst();
    }

    /** The state after all migrations. */
    public Schema state() {
        return folded(migrations());
    }

    /** The state after a migration and all that it rests on. */
    public Schema stateAt(String id) {
        return folded(graph.upTo(id));
    }

    private Schema folded(List<Migration> migrations) {
        SchemaBuilder state = Schema.EMPTY.toBuilder();
        migrations.forEach(migration -> apply(migration, state));
        return state.build();
    }

    private void apply(Migration migration, SchemaBuilder state) {
        for (Change change : migration.changes()) {
            try {
                change.applyTo(state, dialect.syntax());
            } catch (IllegalStateException | IllegalArgumentException e) {
                throw Failure.of(
                                "DCT-220",
                                "its change \"" + change.describe() + "\" does not fit the state before it: "
                                        + e.getMessage())
                        .at(migration.id())
                        .next("restore migration.json from version control, or generate the migration again")
                        .exception(e);
            }
        }
    }

    /** What somebody should know of it: files edited by hand, states that do not come out as they were meant, several heads. */
    public List<JournalFinding> verify() {
        return new JournalCheck(this).findings();
    }

    /** Gives a draft its name and place, on top of all heads, and writes its folder. */
    public Migration append(Draft draft, Clock clock) {
        Migration migration = composed(draft, clock);
        write(migration, Map.of(), clock);
        return migration;
    }

    private void write(Migration migration, Map<String, String> more, Clock clock) {
        Map<String, String> files = new LinkedHashMap<>(more);
        files.put(MigrationFiles.UP, migration.up().text());
        files.put(MigrationFiles.DOWN, migration.down().text());
        files.put(MigrationFiles.JSON, MigrationJson.write(migration, dialect.id()));
        new FolderWriter(folder, clock).write(migration.id(), files);
    }

    /** Writes an empty migration, whose SQL its author fills in. */
    public Migration appendCustom(String title, Clock clock) {
        return append(Draft.custom(title), clock);
    }

    /**
     * Writes a migration whose rows a class changes, which its author fills in.
     *
     * @param name the name of the class
     * @param title what it is for; told from the name when empty
     * @throws DecantException DCT-224 when no class can have that name
     */
    public Migration appendJava(String name, Optional<String> title, Clock clock) {
        if (!JavaSkeleton.isName(name)) {
            throw Failure.of("DCT-224", "\"" + name + "\" cannot be the name of a class")
                    .next("write it like FillInSlugs")
                    .exception();
        }
        JavaSkeleton skeleton = new JavaSkeleton(name, title.orElseGet(() -> JavaSkeleton.title(name)));
        Migration empty = composed(Draft.custom(skeleton.title()), clock);
        Path home = folder.resolve(empty.id());
        List<JavaFile> java =
                List.of(new JavaFile(home.resolve(skeleton.file()).toString(), skeleton.source(), Map.of()));
        Migration migration = empty.with(
                new SqlFile(empty.up().path(), skeleton.up(), java),
                new SqlFile(empty.down().path(), skeleton.down(), java),
                dialect.syntax());
        write(migration, Map.of(skeleton.file(), skeleton.source()), clock);
        return migration;
    }

    /** This journal with one migration more. */
    public Journal with(Migration migration) {
        return new Journal(
                folder,
                dialect,
                Stream.concat(migrations().stream(), Stream.of(migration)).toList(),
                scripts);
    }

    /** The migration that {@link #append} would write. */
    public Migration composed(Draft draft, Clock clock) {
        String id = MigrationId.next(
                draft.title(), migrations().stream().map(Migration::id).toList(), clock);
        SqlFile up = file(id, MigrationFiles.UP, draft.up(), List.of(draft.title()));
        SqlFile down = file(id, MigrationFiles.DOWN, draft.down(), wayBack(draft));
        return new Migration(
                id,
                draft.title(),
                heads().stream().map(Migration::id).toList(),
                draft.breaking(),
                draft.up().changes(),
                Fingerprint.of(Changes.apply(draft.up().changes(), state(), dialect.syntax())),
                up,
                down,
                Assertions.NONE,
                Migration.Checksums.of(up, down, dialect.syntax()));
    }

    private SqlFile file(String id, String name, Plan plan, List<String> header) {
        String path = folder.resolve(id).resolve(name).toString();
        return new SqlFile(path, SqlWriter.write(plan, header, dialect.syntax()));
    }

    private static List<String> wayBack(Draft draft) {
        Stream<String> lost = draft.up().hazards().stream()
                .filter(hazard -> hazard.kind() == Hazard.Kind.DATA_LOSS)
                .map(hazard -> "What up.sql removes does not come back: " + hazard.message());
        return Stream.concat(Stream.of("Take back: " + draft.title()), lost).toList();
    }
}
