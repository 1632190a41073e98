package dev.decant.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.change.AddPart;
import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.CreateTable;
import dev.decant.codec.Fingerprint;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.failure.DecantException;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.plan.Plan;
import dev.decant.plan.Step;
import dev.decant.testing.TextDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Clock CLOCK = at("2026-11-22T16:17:30Z");
    private static final ObjectName TEAMS = ObjectName.of("public", "teams");
    private static final Change CREATE =
            new CreateTable(Table.of(TEAMS, List.of(Column.of("id", DataType.of("integer")))));

    @TempDir
    private Path parent;

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }

    private Path folder() {
        return parent.resolve("migrations");
    }

    private Journal read() {
        return Journal.openOrBegin(folder(), TextDialect.POSTGRESQL);
    }

    private static Change addColumn(String name) {
        return new AddPart(TEAMS, Column.of(name, DataType.of("text")));
    }

    private static Draft draft(String title, Change change) {
        return new Draft(
                title,
                plan(List.of(change), Statement.of("ALTER TABLE teams ADD " + title.replace(' ', '_') + " text")),
                plan(List.of(change.reverse()), Statement.of("ALTER TABLE teams DROP " + title.replace(' ', '_'))),
                List.of());
    }

    private static Plan plan(List<Change> changes, Statement... statements) {
        return new Plan(changes, List.of(new Step("step-1", true, List.of(statements))));
    }

    @Test
    void what_was_appended_is_read_again() {
        Migration written = read().append(
                        new Draft(
                                "Create  teams",
                                plan(List.of(CREATE), Statement.of("CREATE TABLE teams (id integer)")),
                                plan(List.of(CREATE.reverse()), Statement.of("DROP TABLE teams")),
                                List.of("teams are new")),
                        CLOCK);
        assertThat(written.id()).isEqualTo("20261122161730_create_teams");
        assertThat(written.title()).isEqualTo("Create teams");
        assertThat(read().migrations()).containsExactly(written);
        assertThat(read().state())
                .isEqualTo(Changes.apply(List.of(CREATE), Schema.EMPTY, TextDialect.POSTGRESQL.syntax()));
        assertThat(written.fingerprint()).isEqualTo(Fingerprint.of(read().state()));
        assertThat(read().verify()).isEmpty();
    }

    @Test
    void the_files_read_as_a_reviewer_likes_them() throws IOException {
        Statement add = Statement.of("ALTER TABLE teams ADD slug text")
                .explained("ACCESS EXCLUSIVE for a moment; rows are not touched");
        Statement drop = Statement.of("ALTER TABLE teams DROP old -- gone")
                .with(Hazard.Kind.DATA_LOSS, "the values of teams.old are gone")
                .with(Hazard.Kind.BREAKING, "programs that read teams.old fail");
        Statement index = Statement.of("CREATE INDEX CONCURRENTLY i ON teams (slug)")
                .explained("lets everybody write meanwhile")
                .outsideTransaction();
        Plan up = new Plan(
                List.of(CREATE),
                List.of(new Step("columns", true, List.of(add, drop)), new Step("index", false, List.of(index))));
        Plan down = plan(List.of(CREATE.reverse()), Statement.of("DROP TABLE teams"));
        Migration written = read().append(new Draft("Add team slug", up, down, List.of()), CLOCK);
        assertThat(Files.readString(folder().resolve(written.id()).resolve("up.sql")))
                .isEqualTo("""
                        -- Add team slug

                        -- decant: step columns

                        -- ACCESS EXCLUSIVE for a moment; rows are not touched
                        ALTER TABLE teams ADD slug text;

                        -- data loss: the values of teams.old are gone
                        -- breaking: programs that read teams.old fail
                        ALTER TABLE teams DROP old -- gone
                        ;

                        -- decant: step index
                        -- decant: transaction none

                        -- lets everybody write meanwhile
                        CREATE INDEX CONCURRENTLY i ON teams (slug);
                        """);
        assertThat(Files.readString(folder().resolve(written.id()).resolve("down.sql")))
                .isEqualTo("""
                        -- Take back: Add team slug
                        -- What up.sql removes does not come back: the values of teams.old are gone

                        DROP TABLE teams;
                        """);
        assertThat(Files.readString(folder().resolve(written.id()).resolve("migration.json")))
                .isEqualTo("""
                        {
                          "format": 1,
                          "id": "20261122161730_add_team_slug",
                          "title": "Add team slug",
                          "dialect": "postgresql",
                          "parents": [],
                          "changes": [
                            {"create table": {
                              "name": "public.teams",
                              "columns": [
                                {"name": "id", "type": "integer", "nullable": true}
                              ]
                            }}
                          ],
                          "fingerprint": "%s",
                          "checksums": {
                            "up": "%s",
                            "down": "%s"
                          }
                        }
                        """.formatted(
                                written.fingerprint(),
                                written.recorded().up(),
                                written.recorded().down()));
    }

    @Test
    void each_migration_rests_on_the_one_before() {
        Journal journal = read();
        journal = journal.with(journal.append(draft("teams", CREATE), CLOCK));
        journal = journal.with(journal.append(draft("slug", addColumn("slug")), CLOCK));
        assertThat(journal.migrations().get(1).parents())
                .containsExactly(journal.migrations().get(0).id());
        assertThat(journal.heads()).containsExactly(journal.migrations().get(1));
        assertThat(journal.stateAt(journal.migrations().get(0).id()))
                .isEqualTo(Changes.apply(List.of(CREATE), Schema.EMPTY, TextDialect.POSTGRESQL.syntax()));
    }

    @Test
    void names_grow_even_within_a_second_and_with_a_clock_that_is_behind() {
        Journal journal = read();
        journal = journal.with(journal.append(draft("a", CREATE), CLOCK));
        journal = journal.with(journal.append(draft("b", addColumn("b")), CLOCK));
        journal = journal.with(journal.append(draft("c", addColumn("c")), at("2020-01-01T00:00:00Z")));
        journal = journal.with(journal.append(draft("d", addColumn("d")), at("2026-12-31T23:59:59Z")));
        journal = journal.with(journal.append(draft("e", addColumn("e")), at("2026-12-31T23:59:59Z")));
        assertThat(journal.migrations())
                .extracting(Migration::id)
                .containsExactly(
                        "20261122161730_a",
                        "20261122161731_b",
                        "20261122161732_c",
                        "20261231235959_d",
                        "20270101000000_e");
    }

    @Test
    void a_title_in_any_script_gives_a_name_for_any_file_system() {
        assertThat(MigrationId.slug("Größe: Füge \"hinzu\"!")).isEqualTo("gro_e_fuge_hinzu");
        assertThat(MigrationId.slug("添加团队")).isEqualTo("migration");
        assertThat(MigrationId.slug("x".repeat(59) + " y")).isEqualTo("x".repeat(59));
        assertThat(MigrationId.slug("../../etc/passwd")).isEqualTo("etc_passwd");
    }

    @Test
    void what_was_made_side_by_side_is_told_and_rested_on_by_the_next() {
        Journal journal = read();
        Journal base = journal.with(journal.append(draft("teams", CREATE), CLOCK));
        Migration left = base.append(draft("left", addColumn("left")), CLOCK);
        Migration right = base.append(draft("right", addColumn("right")), at("2026-11-23T00:00:00Z"));
        Journal both = read();
        assertThat(both.heads()).containsExactly(left, right);
        assertThat(both.verify()).containsExactly(new JournalFinding.SeveralHeads(left.id(), right.id()));
        assertThat(both.state().table(TEAMS).orElseThrow().columns())
                .extracting(Column::name)
                .containsExactly("id", "left", "right");
        assertThat(both.stateAt(right.id()).table(TEAMS).orElseThrow().columns())
                .extracting(Column::name)
                .containsExactly("id", "right");
        Migration merged = both.append(draft("more", addColumn("more")), CLOCK);
        assertThat(merged.parents()).containsExactly(left.id(), right.id());
        assertThat(read().heads()).containsExactly(merged);
        assertThat(read().verify()).isEmpty();
    }

    @Test
    void side_by_side_changes_that_do_not_fit_together_are_named() {
        Journal journal = read();
        Journal base = journal.with(journal.append(draft("teams", CREATE), CLOCK));
        base.append(draft("left", addColumn("slug")), CLOCK);
        Migration right = base.append(draft("right", addColumn("slug")), at("2026-11-23T00:00:00Z"));
        assertThatThrownBy(() -> read().state())
                .isInstanceOf(DecantException.class)
                .hasMessageStartingWith("DCT-220 " + right.id()
                        + ": its change \"create column public.teams.slug text\" does not fit the state before it: ");
    }

    @Test
    void a_file_edited_by_hand_is_welcome_and_noticed() throws IOException {
        Migration migration = read().append(draft("teams", CREATE), CLOCK);
        Path up = folder().resolve(migration.id()).resolve("up.sql");
        Files.writeString(
                up,
                "/* reviewed */  " + Files.readString(up).replace("\n", "\r\n").replace("ADD", "add"));
        assertThat(read().verify()).isEmpty();
        Files.writeString(up, Files.readString(up) + "UPDATE teams SET id = 1;\n");
        assertThat(read().verify()).containsExactly(new JournalFinding.EditedByHand(migration.id(), up.toString()));
    }

    @Test
    void changes_edited_by_hand_are_noticed() throws IOException {
        Migration migration = read().append(draft("teams", CREATE), CLOCK);
        Path json = folder().resolve(migration.id()).resolve("migration.json");
        Files.writeString(json, Files.readString(json).replace("\"integer\"", "\"bigint\""));
        assertThat(read().verify())
                .singleElement()
                .isInstanceOfSatisfying(
                        JournalFinding.OtherState.class,
                        found -> assertThat(found.recorded()).isEqualTo(migration.fingerprint()));
    }

    @Test
    void a_custom_migration_changes_nothing_and_says_where_to_write() throws IOException {
        Journal journal = read();
        Migration first = journal.append(draft("teams", CREATE), CLOCK);
        Migration custom = journal.with(first).appendCustom("Fill in slugs", CLOCK);
        assertThat(custom.fingerprint()).isEqualTo(first.fingerprint());
        assertThat(custom.changes()).isEmpty();
        assertThat(custom.up().steps(TextDialect.POSTGRESQL)).isEmpty();
        assertThat(Files.readString(Path.of(custom.up().path())))
                .startsWith("-- Fill in slugs\n-- Write your SQL here");
    }

    @Test
    void a_migration_is_found_by_its_id_its_beginning_or_its_title() {
        Journal journal = read();
        journal = journal.with(journal.append(draft("teams", CREATE), CLOCK));
        journal = journal.with(journal.append(draft("add slug", addColumn("slug")), CLOCK));
        Migration slug = journal.migrations().get(1);
        assertThat(journal.named(slug.id())).isEqualTo(slug);
        assertThat(journal.named("20261122161731")).isEqualTo(slug);
        assertThat(journal.named("add slug")).isEqualTo(slug);
        Journal both = journal;
        assertThatThrownBy(() -> both.named("2026"))
                .hasMessageContaining("\"2026\" could be 20261122161730_teams or 20261122161731_add_slug");
        assertThatThrownBy(() -> both.named("20261122161731_ad_slug"))
                .hasMessageEndingWith("did you mean \"20261122161731_add_slug\"?");
    }

    @Test
    void what_a_crash_left_is_passed_over_and_removed_later() throws IOException {
        Path leftover = Files.createDirectories(folder().resolve(".new-4711"));
        Files.writeString(leftover.resolve("up.sql"), "half of");
        assertThat(read().migrations()).isEmpty();
        Journal journal = read();
        journal = journal.with(journal.append(draft("teams", CREATE), Clock.systemUTC()));
        assertThat(leftover).exists();
        Files.setLastModifiedTime(leftover, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        journal.append(draft("slug", addColumn("slug")), Clock.systemUTC());
        assertThat(leftover).doesNotExist();
        assertThat(read().migrations()).hasSize(2);
    }

    @Test
    void nothing_is_left_behind_by_a_write_that_fails() throws IOException {
        FolderWriter writer = new FolderWriter(Files.createDirectories(folder()), CLOCK);
        assertThatThrownBy(() -> writer.write("20261122161730_teams", Map.of("no/such/folder", "")))
                .hasMessageContaining("cannot be written");
        try (var left = Files.list(folder())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void nothing_is_left_behind_by_writing() throws IOException {
        Migration migration = read().append(draft("teams", CREATE), CLOCK);
        try (Stream<Path> all = Files.walk(folder())) {
            assertThat(all.map(each -> folder().relativize(each).toString()))
                    .containsExactlyInAnyOrder(
                            "",
                            migration.id(),
                            migration.id() + "/up.sql",
                            migration.id() + "/down.sql",
                            migration.id() + "/migration.json");
        }
    }
}
