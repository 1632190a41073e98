package dev.decant.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.decant.testkit.postgresql.TestServers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick start, as somebody without any database runs it. */
final class QuickstartTest {
    @TempDir
    Path folder;

    @Test
    void it_migrates_changes_and_goes_back_and_prints_each_step_as_it_would_be_typed() {
        assumeTrue(TestServers.postgres("17").vector().usable(), "pgvector cannot be had here");
        TestServers.copyPgVector("17", folder.resolve("odr/.decant"));
        Shell shell = new Shell(folder)
                .with("DATABASE_URL", "postgres://of.somebody/else")
                .with("DECANT_URL", "postgres://of.somebody/else");

        Shell.Outcome outcome = shell.run("quickstart", "odr");

        assertThat(outcome.err()).doesNotContain("DCT-");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .containsSubsequence(
                        "$ decant migrate\n",
                        "+ 20250304101530_initial_schema",
                        "4 migrations in ",
                        "$ decant status\n",
                        "Nothing is pending.",
                        "Teams.java:\n+    public final Column<String> homepage = varchar();",
                        "$ decant generate\n",
                        "+ column public.teams.homepage",
                        "up.sql\n",
                        "ALTER TABLE public.teams ADD COLUMN homepage",
                        "$ decant migrate\n",
                        "1 migration in ",
                        "$ decant rollback --accept-data-loss\n",
                        "_add_homepage_to_teams",
                        "$ decant status",
                        "1 is pending",
                        "Where to go next",
                        "cd " + folder.resolve("odr"));
        assertThat(shell.has("odr/.decant/postgresql")).isTrue();
    }

    @Test
    void a_folder_with_something_in_it_is_left_alone() {
        Shell shell = new Shell(folder);
        shell.write("odr/mine.txt", "mine");

        Shell.Outcome outcome = shell.run("quickstart", "odr");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("DCT-122 odr: something is there already");
    }
}
