package dev.decant.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import dev.decant.journal.Migration;
import dev.decant.run.MigrationFailedException;
import dev.decant.run.RunEvent;
import dev.decant.run.Standing;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A class in the folder of a migration does what SQL cannot, in the transaction of the statements around it. */
public interface JavaContract {
    /** The lab of the present test. */
    RunnerLab lab();

    /** A migration with a class {@code Fill}, whose method for the way up does this. */
    private Migration fill(String statements) {
        Migration migration = lab().add(
                        "fill",
                        "CREATE TABLE one (id integer);\n-- decant: java Fill\nINSERT INTO one VALUES (100);",
                        "-- decant: java Fill\nDROP TABLE one;");
        source(migration, statements);
        return migration;
    }

    private void source(Migration migration, String statements) {
        lab().write(migration, "Fill.java", """
                import dev.decant.migration.JavaMigration;
                import java.sql.*;

                final class Fill implements JavaMigration {
                    @Override
                    public void up(Connection connection) throws Exception {
                        %s
                    }

                    @Override
                    public void down(Connection connection) throws SQLException {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("INSERT INTO noted VALUES (1)");
                        }
                    }
                }
                """.formatted(statements));
    }

    private void migrate() {
        lab().runner().migrate(lab().journal());
    }

    @Test
    default void a_class_runs_between_the_statements_around_it() {
        Migration fill = fill("""
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO one VALUES (?)")) {
                    for (int i = 1; i <= 3; i++) {
                        insert.setInt(1, i);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
                """);
        migrate();
        assertThat(lab().number("SELECT sum(id) FROM one")).isEqualTo(106);
        assertThat(lab().events(RunEvent.StatementStarted.class).get(1))
                .isEqualTo(new RunEvent.StatementStarted(fill.id(), "java Fill", 2, 2, 3));
        assertThat(lab().runner().migrate(lab().journal()).migrations()).isEmpty();
    }

    @Test
    default void the_history_keeps_the_class_for_the_way_back() {
        lab().sql("CREATE TABLE noted (what integer)");
        Migration fill = fill("");
        migrate();
        lab().removeScript(fill.id() + "/Fill.java");
        lab().remove(fill);
        lab().runner().rollback(1);
        assertThat(lab().has("one")).isFalse();
        assertThat(lab().number("SELECT count(*) FROM noted")).isEqualTo(1);
    }

    @Test
    default void what_a_class_throws_undoes_the_migration_and_is_told_with_its_line() {
        Migration fill = fill("throw new IllegalStateException(\"no luck\");");
        assertThatThrownBy(this::migrate)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageStartingWith("DCT-539 ")
                .hasMessageContaining("Fill.java:7:1: the class failed: java.lang.IllegalStateException: no luck;"
                        + " nothing of this migration was kept; ");
        assertThat(lab().has("one")).isFalse();
        source(fill, "");
        migrate();
        assertThat(lab().number("SELECT count(*) FROM one")).isEqualTo(1);
    }

    @Test
    default void what_the_server_refuses_to_a_class_is_told_with_its_line() {
        fill("connection.createStatement().execute(\"INSERT INTO nowhere VALUES (1)\");");
        assertThatThrownBy(this::migrate)
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageStartingWith("DCT-523 ")
                .hasMessageContaining("Fill.java:7:1: ")
                .hasMessageContaining("nowhere")
                .satisfies(failure -> assertThat(((MigrationFailedException) failure).statement())
                        .isEqualTo(Optional.of("java Fill")));
        assertThat(lab().has("one")).isFalse();
    }

    @Test
    default void a_class_cannot_end_the_transaction() {
        Migration fill = fill("connection.commit();");
        for (String attempt : new String[] {
            "connection.commit();",
            "connection.rollback();",
            "connection.setAutoCommit(true);",
            "connection.close();",
            "connection.createStatement().execute(\" commit\");",
            "connection.prepareStatement(\"ROLLBACK\").execute();",
            "connection.createStatement().getConnection().commit();"
        }) {
            source(fill, attempt);
            assertThatThrownBy(this::migrate)
                    .as(attempt)
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageStartingWith("DCT-539 ")
                    .hasMessageContaining(" is not for a class of a migration: the migration has its transaction; ");
            assertThat(lab().has("one")).isFalse();
        }
        source(fill, "connection.rollback(connection.setSavepoint());");
        migrate();
        assertThat(lab().has("one")).isTrue();
    }

    @Test
    default void a_class_that_does_not_compile_is_found_before_anything_runs() {
        Migration before = lab().addTable("before");
        fill("int nothing = \"text\";");
        assertThatThrownBy(this::migrate)
                .isInstanceOf(DecantException.class)
                .hasMessageStartingWith("DCT-311 ")
                .hasMessageContaining("Fill.java:7:");
        assertThat(lab().ran()).doesNotContain(before.id());
    }

    @Test
    default void a_class_that_is_missing_or_is_something_else_is_found_before_anything_runs() {
        Migration call = lab().add("call", "-- decant: java Fil", "");
        assertThatThrownBy(this::migrate)
                .hasMessageStartingWith("DCT-224 " + call.up().path() + ":1:1: there is no Fil.java beside it");
        source(call, "");
        assertThatThrownBy(this::migrate).hasMessageContaining("did you mean \"Fill\"?");
        lab().write(call, "Fil.java", "class Fil {}");
        assertThatThrownBy(this::migrate)
                .hasMessageStartingWith("DCT-540 ")
                .hasMessageContaining("Fil.java: its class is no JavaMigration");
    }

    @Test
    default void a_class_is_part_of_what_ran_and_its_comments_are_not() {
        Migration fill = fill("");
        migrate();
        source(fill, "// nothing\n\n /* at all */");
        assertThat(lab().runner().migrate(lab().journal()).migrations()).isEmpty();
        source(fill, "connection.createStatement();");
        assertThat(lab().runner().compare(lab().journal()).standings())
                .extracting(Standing::state)
                .containsExactly(Standing.State.EDITED);
    }
}
