package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.config.Configuration;
import dev.decant.config.Flags;
import dev.decant.config.Surroundings;
import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.emit.JavaEmitter;
import dev.decant.journal.Migration;
import dev.decant.model.Schema;
import dev.decant.source.JavaSourceFolder;
import dev.decant.testkit.SchemaDifference;
import dev.decant.workflow.Project;
import dev.decant.workflow.Pull;
import dev.decant.workflow.PullOptions;
import dev.decant.workflow.Pulled;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves on a real server that nothing is lost on the way into Java: what a database has is pulled, compiled, and made again in an empty
 * database, and both are the same in the eyes of the inspector, and in those of {@code pg_dump} where one is there.
 *
 * @param folder an empty folder for classes and migrations
 * @param scope what of the database is looked at
 */
record PullProof(Path folder, Scope scope) {
    private static final String PLACE = "src/main/java/com/acme/db";

    /** A proof for everything that is looked at unless somebody says otherwise. */
    PullProof(Path folder) {
        this(folder, Scope.EVERYTHING);
    }

    /** Pulls from a database, and proves it. */
    Pulled check(String major, LiveDatabase made) throws SQLException {
        Pulled pulled = pull(made);
        Schema declared = declared();
        SchemaDifference.requireEqual(JavaEmitter.said(declared), JavaEmitter.said(inspect(made)));
        try (LiveDatabase copy = LiveDatabase.open(major)) {
            for (String sql : statements(pulled.baseline().orElseThrow())) {
                copy.execute(sql);
            }
            SchemaDifference.requireEqual(inspect(copy), inspect(made));
            Optional<List<String>> wanted = PgDump.of(made);
            if (wanted.isPresent()) {
                assertThat(PgDump.of(copy).orElseThrow()).as("pg_dump").isEqualTo(wanted.get());
            }
        }
        assertThat(pull(made).files()).as("files that change when pulled again").isEmpty();
        return pulled;
    }

    private Schema inspect(LiveDatabase database) throws SQLException {
        return LiveDatabase.DATABASE.inspect(database.connection(), scope);
    }

    private static List<String> statements(Migration migration) {
        return migration.up().steps(LiveDatabase.DIALECT).stream()
                .flatMap(step -> step.statements().stream())
                .map(statement -> statement.text())
                .toList();
    }

    /** Pulls from a database into the folder. */
    Pulled pull(LiveDatabase database) {
        Flags flags = Flags.none().withUrl(database.credentialedUrl()).withSchema(PLACE);
        Configuration configuration = Configuration.read(flags, new Surroundings(Map.of(), folder));
        try (Target target = new Project(configuration).target(text -> {})) {
            return new Pull(configuration, Clock.systemUTC()).run(target, scope, new PullOptions(false, files -> true));
        }
    }

    /** What the classes in the folder say. */
    Schema declared() {
        Path cache = folder.resolve("cache");
        return LiveDatabase.DIALECT.canonical(new JavaSourceFolder(folder.resolve(PLACE), List.of(), cache).read());
    }
}
