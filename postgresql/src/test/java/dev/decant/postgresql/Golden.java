package dev.decant.postgresql;

import static dev.decant.postgresql.LiveDatabase.DIALECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.Changes;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.FormerName;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.testkit.SchemaDifference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A golden case: a folder with the schema before ({@code from.sql}) and after ({@code to.sql}), and the statements between ({@code up.sql},
 * {@code down.sql}), each with what it locks and what may go wrong. All of it is run on a real server, both ways, over the rows of {@code
 * rows.sql} if there are any, and the schema is read back at each end.
 *
 * <p>With {@code -Dgolden.write=true} the files are written in place of being compared; {@code rows.sql} is always written by hand.
 */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden/postgresql");

    private Golden() {}

    static void check(String name, Schema before, Schema after, FormerName... formerNames) {
        Plan up = LiveDatabase.plan(before, after, formerNames);
        Plan down = new Planner(DIALECT).plan(after, Changes.reverse(up.changes()));
        Path folder = folder().resolve(name);
        compare(folder.resolve("from.sql"), script(LiveDatabase.plan(Schema.EMPTY, before), false));
        compare(folder.resolve("to.sql"), script(LiveDatabase.plan(Schema.EMPTY, after), false));
        compare(folder.resolve("up.sql"), script(up, true));
        compare(folder.resolve("down.sql"), script(down, true));
        try (LiveDatabase live = LiveDatabase.open()) {
            live.migrate(Schema.EMPTY, before);
            if (Files.exists(folder.resolve("rows.sql"))) {
                live.execute(Files.readString(folder.resolve("rows.sql")));
            }
            live.run(up);
            assertSame(live.inspect(), after);
            live.run(down);
            assertSame(live.inspect(), before);
        } catch (SQLException | IOException exception) {
            throw new AssertionError(name + ": " + exception.getMessage(), exception);
        }
    }

    private static Path folder() {
        return Files.isDirectory(FOLDER) ? FOLDER : Path.of("postgresql").resolve(FOLDER);
    }

    private static void assertSame(Schema actual, Schema expected) {
        assertThat(SchemaDifference.of(actual, expected)).isEmpty();
        assertThat(actual).isEqualTo(expected);
    }

    private static String script(Plan plan, boolean explained) {
        assertThat(plan.statements())
                .allSatisfy(statement ->
                        assertThat(statement.explanation()).as(statement.sql()).isNotEmpty());
        return plan.statements()
                .map(statement -> (explained ? comments(statement) : "") + statement.sql() + ";\n")
                .collect(Collectors.joining(explained ? "\n" : ""));
    }

    private static String comments(Statement statement) {
        String hazards = statement.hazards().stream().map(Golden::comment).collect(Collectors.joining());
        String outside = statement.transactional() ? "" : "-- outside of a transaction\n";
        return "-- " + statement.explanation() + "\n" + outside + hazards;
    }

    private static String comment(Hazard hazard) {
        String kind = hazard.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "-- " + kind + ": " + hazard.message() + "\n";
    }

    private static void compare(Path file, String text) {
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
