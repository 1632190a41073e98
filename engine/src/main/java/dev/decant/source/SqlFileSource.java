package dev.decant.source;

import dev.decant.database.Database;
import dev.decant.database.Scope;
import dev.decant.database.Scratch;
import dev.decant.database.ServerError;
import dev.decant.database.Target;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.model.Schema;
import dev.decant.sql.DirectiveKeys;
import dev.decant.sql.Script;
import dev.decant.sql.ScriptStatement;
import dev.decant.sql.SqlSyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The schema that a file of SQL makes in an empty database, or a folder of such files, run in the order of their names; this is done in a
 * scratch database.
 *
 * @param place the file or the folder
 * @param target beside what the scratch database is made
 * @param looked whether what roles may do is read
 */
public record SqlFileSource(Path place, Target target, Scope looked) implements SchemaSource {
    private static final DirectiveKeys NO_KEYS = new DirectiveKeys(Set.of("step"), Set.of("transaction"));

    /** What the server's own dump program writes for its client, and what says nothing of the schema. */
    private static final String DUMP_LINES = "(?m)^\\\\(?:un)?restrict\\b.*$";

    @Override
    public Schema read() {
        Map<Path, Script> scripts = new LinkedHashMap<>();
        files(place).forEach(file -> scripts.put(file, script(file)));
        try (Scratch scratch = target.scratch().orElseThrow(this::noScratch)) {
            scripts.forEach((file, script) -> script.statements().forEach(statement -> run(statement, file, scratch)));
            return database()
                    .inspect(
                            scratch.connection(),
                            Scope.EVERYTHING.withPrivileges(looked.privileges()).withOwners(looked.owners()));
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    /** Whether a folder has files of SQL, and none of Java, anywhere below it. */
    public static boolean isOfSql(Path folder) {
        return Files.isDirectory(folder)
                && !filesOf(folder, ".sql").isEmpty()
                && filesOf(folder, ".java").isEmpty();
    }

    private static List<Path> files(Path place) {
        return Files.isDirectory(place) ? filesOf(place, ".sql") : List.of(place);
    }

    private static List<Path> filesOf(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(folder, e);
        }
    }

    private static DecantException unreadable(Path path, Exception cause) {
        return Failure.of("DCT-315", "it cannot be read (" + cause.getMessage() + ")")
                .at(path.toString())
                .next("check that it is there, and that it is UTF-8")
                .exception(cause);
    }

    private Script script(Path file) {
        try {
            String text = Files.readString(file).replaceAll(DUMP_LINES, "");
            return Script.parse(text, database().dialect().syntax(), NO_KEYS);
        } catch (SqlSyntaxException e) {
            throw e.in(file.toString());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private void run(ScriptStatement statement, Path file, Scratch scratch) {
        try (Statement run = scratch.connection().createStatement()) {
            run.setEscapeProcessing(false);
            run.execute(statement.text());
        } catch (SQLException e) {
            ServerError error = database().explain(e);
            throw Failure.of("DCT-316", error.message().strip().replaceAll("\\s+", " "))
                    .at(file + ":" + statement.line() + ":" + statement.column())
                    .next(error.hint().orElse("files run in an empty database, in the order of their names"))
                    .exception(e);
        }
    }

    private DecantException noScratch() {
        return Failure.of("DCT-550", "a file of SQL is read in a scratch database, which this user may not make")
                .at(target.display())
                .next("let the user create databases, or name another server with --url")
                .exception();
    }

    private Database database() {
        return target.database();
    }

    @Override
    public String describe() {
        return place.toString();
    }
}
