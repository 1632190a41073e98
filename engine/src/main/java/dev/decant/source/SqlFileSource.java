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
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * The schema that a file of SQL makes in an empty database; it is run in a scratch database.
 *
 * @param file the file
 * @param target beside what the scratch database is made
 * @param looked whether what roles may do is read
 */
public record SqlFileSource(Path file, Target target, Scope looked) implements SchemaSource {
    private static final DirectiveKeys NO_KEYS = new DirectiveKeys(Set.of("step"), Set.of("transaction"));

    /** What the server's own dump program writes for its client, and what says nothing of the schema. */
    private static final String DUMP_LINES = "(?m)^\\\\(?:un)?restrict\\b.*$";

    @Override
    public Schema read() {
        Script script = script();
        try (Scratch scratch = target.scratch().orElseThrow(this::noScratch)) {
            for (ScriptStatement statement : script.statements()) {
                run(statement, scratch);
            }
            return database().inspect(scratch.connection(), Scope.EVERYTHING.withPrivileges(looked.privileges()));
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    private Script script() {
        try {
            String text = Files.readString(file).replaceAll(DUMP_LINES, "");
            return Script.parse(text, database().dialect().syntax(), NO_KEYS);
        } catch (SqlSyntaxException e) {
            throw e.in(file.toString());
        } catch (IOException e) {
            throw Failure.of("DCT-315", "the file cannot be read (" + e.getMessage() + ")")
                    .at(file.toString())
                    .next("check that it is there, and that it is UTF-8")
                    .exception(e);
        }
    }

    private void run(ScriptStatement statement, Scratch scratch) {
        try (Statement run = scratch.connection().createStatement()) {
            run.setEscapeProcessing(false);
            run.execute(statement.text());
        } catch (SQLException e) {
            ServerError error = database().explain(e);
            throw Failure.of("DCT-316", error.message().strip().replaceAll("\\s+", " "))
                    .at(file + ":" + statement.line() + ":" + statement.column())
                    .next(error.hint().orElse("the file must run in an empty database"))
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
        return file.toString();
    }
}
