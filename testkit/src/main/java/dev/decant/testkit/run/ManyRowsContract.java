package dev.decant.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.decant.journal.Migration;
import dev.decant.run.MigrationFailedException;
import dev.decant.run.RunEvent;
import dev.decant.run.RunEvent.StatementFinished;
import dev.decant.run.RunEvent.StatementStarted;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a runner does with files that put in many rows, a statement each, as dumps do. */
public interface ManyRowsContract {
    /** An empty database, a folder of migrations, and a runner between them. */
    RunnerLab lab();

    @Test
    default void each_of_many_rows_is_told_in_its_turn() {
        lab().add("rows", """
                CREATE TABLE word (id integer PRIMARY KEY, word text);
                INSERT INTO word VALUES (1, 'a ? {b}'); INSERT INTO word VALUES (2, 'RETURNING');
                INSERT INTO word VALUES (3, 'c'), (4, 'd');
                UPDATE word SET word = 'e' WHERE id > 2;
                INSERT INTO word SELECT 5, 'f';
                INSERT INTO word (id) VALUES (6);
                """, "DROP TABLE word;");
        lab().runner().migrate(lab().journal());
        assertThat(lab().events(StatementStarted.class))
                .extracting(StatementStarted::number, StatementStarted::line)
                .hasSize(7)
                .contains(tuple(3, 2), tuple(4, 3), tuple(7, 6));
        assertThat(lab().events(StatementFinished.class).subList(1, 7))
                .extracting(StatementFinished::rows)
                .containsExactly(
                        OptionalLong.of(1),
                        OptionalLong.of(1),
                        OptionalLong.of(2),
                        OptionalLong.of(2),
                        OptionalLong.of(1),
                        OptionalLong.of(1));
        assertThat(lab().number("SELECT count(*) FROM word WHERE word = 'a ? {b}' OR word = 'e' OR word IS NULL"))
                .isEqualTo(4);
    }

    @Test
    default void of_many_rows_the_one_that_fails_is_named_and_none_is_kept() {
        List<String> rows = IntStream.rangeClosed(1, 3000)
                .mapToObj(id -> "INSERT INTO word VALUES (" + (id == 2500 ? 7 : id) + ");")
                .toList();
        Migration wrong =
                lab().add("rows", "CREATE TABLE word (id integer PRIMARY KEY);\n" + String.join("\n", rows), "");
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal()))
                .isInstanceOfSatisfying(
                        MigrationFailedException.class,
                        e -> assertThat(e.statement()).hasValue("INSERT INTO word VALUES (7)"))
                .hasMessageContaining(wrong.up().path() + ":2501:")
                .hasMessageContaining("nothing of this migration was kept");
        assertThat(lab().has("word")).isFalse();
        List<Integer> told = lab().events(RunEvent.StatementStarted.class).stream()
                .map(StatementStarted::number)
                .toList();
        assertThat(told).hasSize(2501).isSorted().doesNotHaveDuplicates();
        assertThat(Collections.max(told)).isEqualTo(2501);
    }

    @Test
    default void what_a_single_row_says_of_itself_holds_for_it() {
        lab().add("rows", """
                CREATE TABLE word (id integer PRIMARY KEY);
                INSERT INTO word VALUES (1);
                -- decant: statement-timeout 1h
                INSERT INTO word VALUES (2);
                INSERT INTO word VALUES (3);
                """, "DROP TABLE word;");
        assertThat(lab().runner().migrate(lab().journal()).migrations()).hasSize(1);
        assertThat(lab().number("SELECT sum(id) FROM word")).isEqualTo(6);
    }
}
