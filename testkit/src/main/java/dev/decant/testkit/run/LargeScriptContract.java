package dev.decant.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.journal.Migration;
import dev.decant.run.RunEvent;
import dev.decant.run.Standing.State;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Scripts that are too large to be held in memory are read where they lie, and all else is as with small ones. */
public interface LargeScriptContract {
    /** Text enough that the file stays on the disk. */
    String PADDING = ("-- " + "padding and more of it ".repeat(4) + "\n").repeat(48_000);

    /** The lab of the present test. */
    RunnerLab lab();

    /** Two steps, the second of them outside of transactions. */
    String SCRIPT = "INSERT INTO one VALUES (1);\n" + PADDING
            + "-- decant: step rest\n-- decant: transaction none\nINSERT INTO one VALUES (2);\n" + PADDING
            + "INSERT INTO one VALUES (3);\n";

    private Migration addLarge() {
        lab().addTable("one");
        return lab().add("large", SCRIPT, "DELETE FROM one;");
    }

    private State state() {
        return lab().runner().compare(lab().journal()).standings().getLast().state();
    }

    @Test
    default void a_large_script_runs_statement_by_statement_and_is_known_again() {
        Migration large = addLarge();
        lab().runner().migrate(lab().journal());
        assertThat(lab().number("SELECT sum(id) FROM one")).isEqualTo(6);
        assertThat(lab().events(RunEvent.StatementStarted.class))
                .extracting(RunEvent.StatementStarted::line)
                .endsWith(1, 48_004, 96_005);
        lab().edit(large, "-- a comment\n" + SCRIPT);
        assertThat(state()).isEqualTo(State.APPLIED);
        lab().edit(large, SCRIPT + "INSERT INTO one VALUES (4);");
        assertThat(state()).isEqualTo(State.EDITED);
    }

    @Test
    default void a_large_script_that_failed_goes_on_behind_what_is_done() {
        Migration large = addLarge();
        lab().edit(large, SCRIPT.replace("(2)", "(2, 2)"));
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal()))
                .hasMessageContaining("up.sql:48004:")
                .hasMessageContaining("done before and kept: the step step-1");
        lab().edit(large, SCRIPT);
        lab().runner().migrate(lab().journal());
        assertThat(lab().number("SELECT sum(id) FROM one")).isEqualTo(6);
    }

    @Test
    default void a_large_script_that_somebody_edits_while_it_runs_is_refused() {
        Migration large = addLarge();
        AtomicBoolean edited = new AtomicBoolean();
        assertThatThrownBy(() -> lab().runner(event -> {
                            if (event instanceof RunEvent.StatementStarted started
                                    && started.migration().equals(large.id())
                                    && !edited.getAndSet(true)) {
                                lab().edit(large, SCRIPT + "INSERT INTO one VALUES (4);");
                            }
                        })
                        .migrate(lab().journal()))
                .hasMessageContaining("DCT-227");
    }

    @Test
    default void a_way_back_that_the_history_cannot_keep_is_refused_before_anything_runs() {
        lab().addTable("one");
        Migration large = lab().add("large", "INSERT INTO one VALUES (1);", PADDING.repeat(15));
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal()))
                .hasMessageContaining("DCT-229")
                .hasMessageContaining(large.down().path());
        assertThat(lab().ran()).isEmpty();
    }
}
