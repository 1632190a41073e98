package dev.decant.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.history.History;
import dev.decant.history.ScriptEntry;
import dev.decant.journal.Hook;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.run.MigrationFailedException;
import dev.decant.run.RunEvent;
import dev.decant.run.Selection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hooks run at their moments, in their transactions, and the last one even if a run was killed before it. */
public interface HookContract {
    /** The lab of the present test. */
    RunnerLab lab();

    private void hook(Hook hook) {
        lab().script("hooks/" + hook.file(), "INSERT INTO noted VALUES ('" + hook.word() + "');");
    }

    private long noted(Hook hook) {
        return lab().number("SELECT count(*) FROM noted WHERE what = '" + hook.word() + "'");
    }

    /** Each hook writes its name down. */
    private void allHooks() {
        lab().sql("CREATE TABLE noted (what text)");
        for (Hook hook : Hook.values()) {
            hook(hook);
        }
    }

    @Test
    default void they_run_at_their_moments() {
        allHooks();
        Migration one = lab().addTable("one");
        lab().addTable("two");
        lab().script("repeatable/a.sql", "INSERT INTO one VALUES (1);");
        lab().runner().migrate(lab().journal());
        assertThat(noted(Hook.BEFORE_MIGRATE)).isEqualTo(1);
        assertThat(noted(Hook.BEFORE_EACH)).isEqualTo(3);
        assertThat(noted(Hook.AFTER_EACH)).isEqualTo(3);
        assertThat(noted(Hook.AFTER_MIGRATE)).isEqualTo(1);
        assertThat(noted(Hook.AFTER_FAILURE)).isZero();
        List<RunEvent.HookStarted> started = lab().events(RunEvent.HookStarted.class);
        assertThat(started).extracting(RunEvent.HookStarted::hook).startsWith(Hook.BEFORE_MIGRATE, Hook.BEFORE_EACH);
        assertThat(started.get(1).migration()).contains(one.id());
        assertThat(started.getLast().hook()).isEqualTo(Hook.AFTER_MIGRATE);
        lab().runner().migrate(lab().journal());
        assertThat(noted(Hook.BEFORE_MIGRATE))
                .as("nothing to do, nothing before it")
                .isEqualTo(1);
        lab().runner().hookedBack(Journal.hooksIn(lab().journal().folder())).rollback(2);
        assertThat(noted(Hook.BEFORE_ROLLBACK)).isEqualTo(1);
        assertThat(noted(Hook.AFTER_ROLLBACK)).isEqualTo(1);
        assertThat(noted(Hook.BEFORE_EACH)).isEqualTo(3);
    }

    @Test
    default void the_history_keeps_the_last_run_of_each() throws SQLException {
        allHooks();
        lab().addTable("one");
        lab().runner().migrate(lab().journal());
        try (Connection connection = lab().source().open()) {
            List<ScriptEntry> kept = new History(lab().database()).scripts(connection, ScriptEntry.Kind.HOOK);
            assertThat(kept)
                    .extracting(ScriptEntry::name)
                    .containsExactly("after-each", "after-migrate", "before-each", "before-migrate");
        }
    }

    @Test
    default void those_around_each_are_undone_with_it_and_the_one_after_a_failure_is_not() {
        allHooks();
        lab().add("one", "INSERT INTO nowhere VALUES (1);", "");
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("up.sql:1:");
        assertThat(noted(Hook.BEFORE_MIGRATE)).isEqualTo(1);
        assertThat(noted(Hook.BEFORE_EACH)).isZero();
        assertThat(noted(Hook.AFTER_FAILURE)).isEqualTo(1);
        assertThat(noted(Hook.AFTER_MIGRATE)).isZero();
    }

    @Test
    default void a_hook_that_fails_is_named_with_its_place() {
        lab().addTable("one");
        lab().script("hooks/before-migrate.sql", "SELECT 1;\nSELECT nonsense;");
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal()))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageStartingWith("DCT-523 ")
                .hasMessageContaining("before-migrate.sql:2:")
                .hasMessageEndingWith(
                        "; nothing of this hook was kept; 1 behind it was not begun; correct the cause and migrate again");
        assertThat(lab().has("one")).isFalse();
    }

    @Test
    default void a_hook_after_a_failure_that_fails_hides_nothing() {
        lab().add("one", "INSERT INTO nowhere VALUES (1);", "");
        lab().script("hooks/after-failure.sql", "SELECT nonsense;");
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal()))
                .hasMessageContaining("up.sql:1:")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .anySatisfy(also -> assertThat(also).hasMessageContaining("after-failure.sql:1:")));
    }

    @Test
    default void the_last_one_is_made_up_for_by_the_next_run() {
        allHooks();
        lab().addTable("one");
        assertThatThrownBy(() -> lab().runner(event -> {
                            if (event instanceof RunEvent.HookStarted hook && hook.hook() == Hook.AFTER_MIGRATE) {
                                throw new ResumeContract.EndedException();
                            }
                        })
                        .migrate(lab().journal()))
                .isInstanceOf(ResumeContract.EndedException.class);
        assertThat(noted(Hook.AFTER_MIGRATE)).isZero();
        assertThat(lab().runner().look(lab().journal()).hookOwed()).isTrue();
        lab().runner().migrate(lab().journal());
        lab().runner().migrate(lab().journal());
        assertThat(noted(Hook.AFTER_MIGRATE)).isEqualTo(1);
        assertThat(noted(Hook.BEFORE_MIGRATE)).isEqualTo(1);
    }

    @Test
    default void all_or_nothing_holds_for_hooks_as_well() {
        allHooks();
        lab().addTable("one");
        lab().add("two", "INSERT INTO nowhere VALUES (1);", "");
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal(), Selection.ALL.asOne()))
                .isInstanceOf(MigrationFailedException.class);
        assertThat(noted(Hook.BEFORE_MIGRATE)).isZero();
        assertThat(noted(Hook.AFTER_FAILURE)).isEqualTo(1);
        lab().edit(lab().journal().migrations().getLast(), "INSERT INTO one VALUES (1);");
        lab().runner().migrate(lab().journal(), Selection.ALL.asOne());
        assertThat(noted(Hook.BEFORE_MIGRATE)).isEqualTo(1);
        assertThat(noted(Hook.BEFORE_EACH)).isEqualTo(2);
        assertThat(noted(Hook.AFTER_MIGRATE)).isEqualTo(1);
    }

    @Test
    default void around_a_migration_of_several_steps_the_first_may_run_again_and_the_last_runs_once() {
        allHooks();
        Migration steps = lab().add(
                        "steps",
                        "-- decant: step a\nCREATE TABLE one (id integer);\n-- decant: step b\nINSERT INTO nowhere VALUES (1);",
                        "");
        assertThatThrownBy(() -> lab().runner().migrate(lab().journal())).isInstanceOf(MigrationFailedException.class);
        lab().edit(
                        steps,
                        "-- decant: step a\nCREATE TABLE one (id integer);\n-- decant: step b\nINSERT INTO one VALUES (1);");
        lab().runner().migrate(lab().journal());
        assertThat(noted(Hook.BEFORE_EACH)).isEqualTo(2);
        assertThat(noted(Hook.AFTER_EACH)).isEqualTo(1);
    }
}
