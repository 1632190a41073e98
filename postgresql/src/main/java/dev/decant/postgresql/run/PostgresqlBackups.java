package dev.decant.postgresql.run;

import dev.decant.config.DatabaseUrl;
import dev.decant.config.FileTrouble;
import dev.decant.database.Backups;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Backups by pg_dump, pg_restore and psql in the custom format, the newest that are installed: the manual's chapter 26.1. */
public final class PostgresqlBackups implements Backups {
    /** What is said of a program that was ended with this one. */
    static final String INTERRUPTED = "interrupted";

    private static final String NOWHERE = File.separatorChar == '/' ? "/dev/null" : "NUL";

    /** Where Debian and its kin keep the programs of each version. */
    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

    private static final Pattern HOST = Pattern.compile("(.*?)(?::(\\d+))?/(.*)");
    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=([a-z-]+)");

    @Override
    public void save(DatabaseUrl.Jdbc from, Path file, Consumer<String> progress) {
        List<String> dumping = List.of(program("pg_dump"), "--format=custom", "--verbose");
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
            String failure = new PostgresqlDump(variables(from), progress).run(dumping, file);
            if (!failure.isEmpty()) {
                throw failed(failure, from.display());
            }
        } catch (IOException e) {
            throw failed("the backup cannot be written: " + FileTrouble.words(e), file.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(INTERRUPTED, from.display());
        }
    }

    @Override
    public void load(Path file, DatabaseUrl.Jdbc into, List<String> emptying, Consumer<String> progress) {
        List<String> reading = List.of(program("pg_restore"), "--verbose", "--file=-", file.toString());
        List<String> writing =
                List.of(program("psql"), "--no-psqlrc", "--quiet", "--output=" + NOWHERE, "--set=ON_ERROR_STOP=1");
        try {
            String failure = new PostgresqlReplacement(variables(into), progress).run(reading, writing, emptying);
            if (!failure.isEmpty()) {
                throw failed(failure, into.display());
            }
        } catch (IOException e) {
            throw failed("the backup cannot be read: " + FileTrouble.words(e), file.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(INTERRUPTED, into.display());
        }
    }

    private static DecantException failed(String what, String where) {
        return Failure.of("DCT-537", what)
                .at(where)
                .next("correct the cause and try again; nothing was changed")
                .exception();
    }

    private record Place(String host, String port, String database) {}

    private static Place place(DatabaseUrl.Jdbc url) {
        Matcher parts = HOST.matcher(url.address());
        return parts.matches() && !url.address().contains(",")
                ? new Place(parts.group(1), Optional.ofNullable(parts.group(2)).orElse("5432"), url.database())
                : new Place("", "", url.database());
    }

    /** What libpq reads from the environment, where nobody else sees the password: chapter 34.15. */
    private static Map<String, String> variables(DatabaseUrl.Jdbc url) {
        Place place = place(url);
        if (place.host().isEmpty()) {
            throw Failure.of("DCT-531", "a backup is made of one server, and this names several")
                    .at(url.display())
                    .next("name one of them with --url")
                    .exception();
        }
        Map<String, String> variables = new HashMap<>();
        variables.put("PGHOST", place.host().replaceAll("^\\[|\\]$", ""));
        variables.put("PGPORT", place.port());
        variables.put("PGDATABASE", place.database());
        variables.put("PGAPPNAME", "decant backup");
        url.user().ifPresent(user -> variables.put("PGUSER", user));
        url.password().ifPresent(password -> variables.put("PGPASSWORD", password.reveal()));
        Matcher ssl = SSL_MODE.matcher(url.jdbcUrl());
        if (ssl.find()) {
            variables.put("PGSSLMODE", ssl.group(1));
        }
        return variables;
    }

    private static String program(String name) {
        return Stream.concat(packaged(name), onPath(name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> Failure.of(
                                "DCT-531", "there is no " + name + " on this machine, which makes backups")
                        .next("install the client programs of PostgreSQL, in the version of the server or a newer one")
                        .exception());
    }

    /** The newest version first: it reads all older servers. */
    private static Stream<Path> packaged(String name) {
        try (Stream<Path> versions = Files.list(PACKAGES)) {
            return versions
                    .filter(folder -> String.valueOf(folder.getFileName()).matches("\\d+"))
                    .sorted(Comparator.comparing((Path folder) -> Integer.valueOf(String.valueOf(folder.getFileName())))
                            .reversed())
                    .map(folder -> folder.resolve("bin").resolve(name))
                    .toList()
                    .stream();
        } catch (IOException notThere) {
            return Stream.empty();
        }
    }

    private static Stream<Path> onPath(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name));
    }
}
