package dev.decant.workflow;

import dev.decant.config.Configuration;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import dev.decant.source.SqlFileSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Understands what somebody calls one side of a comparison. */
public final class SideReader {
    private static final List<String> WORDS = List.of("code", "migrations", "database", "empty");
    private static final String MIGRATION = "migration:";
    private static final Pattern ENVIRONMENT = Pattern.compile("(?:env|database):(.+)");
    private static final Pattern URL = Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]*://|jdbc:|sqlite:|embedded:|url:).*");

    private final Configuration configuration;
    private final Path workingDirectory;

    /**
     * Reads for a call.
     *
     * @param workingDirectory what relative paths are relative to
     */
    public SideReader(Configuration configuration, Path workingDirectory) {
        this.configuration = configuration;
        this.workingDirectory = workingDirectory;
    }

    /**
     * What a text means: {@code code}, {@code migrations}, {@code database}, {@code empty}, {@code env:NAME}, {@code migration:NAME}, {@code
     * file:x.sql}, a folder, or the URL of a database.
     *
     * @throws dev.decant.failure.DecantException DCT-124 when it means nothing, and what the configuration throws for a database
     */
    public Side read(String text) {
        return switch (text) {
            case "empty" -> new Side.Nothing();
            case "code" -> new Side.Code();
            case "migrations" -> new Side.Migrations();
            case "database" -> new Side.Live(configuration.environment());
            default -> place(text);
        };
    }

    private Side place(String text) {
        if (text.startsWith(MIGRATION)) {
            return new Side.At(new Project(configuration)
                    .existingJournal()
                    .named(text.substring(MIGRATION.length()))
                    .id());
        }
        if (text.startsWith("file:")) {
            return file(text, text.substring("file:".length()));
        }
        if (URL.matcher(text).matches()) {
            return new Side.Live(configuration.environmentAt(text.replaceFirst("^url:", "")));
        }
        var environment = ENVIRONMENT.matcher(text);
        return environment.matches()
                ? new Side.Live(configuration.environment(environment.group(1)))
                : file(text, text);
    }

    private Side file(String text, String name) {
        Path path = workingDirectory.resolve(name.replaceFirst("^//(?=/)", "")).normalize();
        if (Files.isRegularFile(path)) {
            return new Side.SqlFile(path);
        }
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        throw Failure.of("DCT-124", "there is nothing of this name to compare with")
                .at(text)
                .next(
                        Suggestions.nearest(text, WORDS)
                                .map(word -> "did you mean " + word + "?")
                                .orElse(
                                        "write code, migrations, migration:NAME, database, env:NAME, empty, a file of SQL, a folder, or a URL"))
                .exception();
    }

    private static Side folder(Path path) {
        if (holdsMigrations(path)) {
            return new Side.MigrationFolder(path);
        }
        return SqlFileSource.isOfSql(path) ? new Side.SqlFile(path) : new Side.JavaFolder(path);
    }

    private static boolean holdsMigrations(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.anyMatch(entry -> Files.exists(entry.resolve("migration.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
