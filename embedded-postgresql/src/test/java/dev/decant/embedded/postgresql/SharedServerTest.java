package dev.decant.embedded.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several users of one server: who comes, who goes, and who is killed. */
class SharedServerTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private ServerFolder server = new ServerFolder(Path.of("/"), 17);

    @BeforeEach
    void lay_out_data() throws IOException {
        Servers.ready(folder);
        server = new ServerFolder(folder.toRealPath(), 17);
    }

    @Test
    void a_second_user_in_the_same_program_gets_the_same_server() throws SQLException {
        try (RunningPostgres first = Servers.at(folder).start()) {
            try (RunningPostgres second = Servers.at(folder).start()) {
                assertThat(second.port()).isEqualTo(first.port());
                assertThat(second.serverVersion()).isEqualTo(first.serverVersion());
            }
            assertThat(Servers.query(first, "select 1")).isEqualTo("1");
        }
        assertThat(serverLives()).isFalse();
    }

    @Test
    void the_server_outlives_the_user_who_started_it() throws SQLException {
        RunningPostgres first = Servers.at(folder).start();
        try (RunningPostgres second = Servers.at(folder).start()) {
            first.close();
            first.close();
            assertThat(Servers.query(second, "select 1")).isEqualTo("1");
        }
        assertThat(serverLives()).isFalse();
    }

    @Test
    void the_server_outlives_the_program_that_started_it() throws SQLException {
        OtherProgram program = OtherProgram.at(folder);
        try (RunningPostgres here = Servers.at(folder).start()) {
            assertThat(here.port()).isEqualTo(program.port());
            program.close();
            assertThat(Servers.query(here, "select 1")).isEqualTo("1");
        }
        assertThat(serverLives()).isFalse();
    }

    @Test
    void the_server_outlives_the_murder_of_the_program_that_started_it() throws SQLException {
        OtherProgram program = OtherProgram.at(folder);
        try (RunningPostgres here = Servers.at(folder).start()) {
            program.kill();
            assertThat(Servers.query(here, "select 1")).isEqualTo("1");
        }
        assertThat(serverLives()).isFalse();
    }

    @Test
    void a_program_that_ends_without_closing_leaves_nothing_running() {
        OtherProgram.at(folder).close();
        assertThat(serverLives()).isFalse();
        assertThat(server.leases()).isEmptyDirectory();
    }

    @Test
    void a_killed_program_leaves_nothing_running() {
        OtherProgram.at(folder).kill();
        assertThat(Waiting.until(() -> !serverLives(), SOON)).isTrue();
    }

    @Test
    void a_killed_program_leaves_no_temporary_home() {
        Path home = folder.resolve(OtherProgram.TEMPORARY);
        Servers.ready(home);
        OtherProgram.at(home).kill();
        assertThat(Waiting.until(() -> Files.notExists(home), SOON)).isTrue();
    }

    @Test
    void a_start_right_after_the_last_user_was_killed_gets_a_server() throws SQLException {
        for (int round = 0; round < 5; round++) {
            OtherProgram program = OtherProgram.at(folder);
            program.kill();
            try (RunningPostgres here = Servers.at(folder).start()) {
                assertThat(Servers.query(here, "select 1")).isEqualTo("1");
                assertThat(here.port()).isEqualTo(program.port());
            }
        }
    }

    @Test
    void programs_that_start_at_once_share_one_server() {
        List<Process> launched = IntStream.range(0, 3)
                .mapToObj(number -> OtherProgram.launch(folder))
                .toList();
        List<Integer> ports =
                launched.stream().map(OtherProgram::portOf).distinct().toList();

        assertThat(ports).hasSize(1);
        launched.forEach(Process::destroyForcibly);
        assertThat(Waiting.until(() -> !serverLives(), SOON)).isTrue();
    }

    @Test
    void users_who_come_and_go_all_the_time_always_have_a_server() {
        List<String> answers = IntStream.range(0, 24)
                .parallel()
                .mapToObj(number -> {
                    try (RunningPostgres here = Servers.at(folder).start()) {
                        return Servers.query(here, "select 1");
                    } catch (SQLException e) {
                        return e.getMessage();
                    }
                })
                .toList();
        assertThat(answers).containsOnly("1");
        assertThat(serverLives()).isFalse();
    }

    @Test
    void a_server_whose_keeper_was_killed_is_stopped_and_started_anew() throws SQLException {
        OtherProgram program = OtherProgram.at(folder);
        ServerState state = ServerState.read(server).orElseThrow();
        state.livingKeeper(server).orElseThrow().destroyForcibly();
        assertThat(Waiting.until(() -> state.livingKeeper(server).isEmpty(), SOON))
                .isTrue();
        long orphan = PostmasterFile.read(server).orElseThrow().process();
        program.kill();

        try (RunningPostgres here = Servers.at(folder).start()) {
            assertThat(Servers.query(here, "select 1")).isEqualTo("1");
            assertThat(PostmasterFile.read(server).orElseThrow().process()).isNotEqualTo(orphan);
            assertThat(here.port()).isEqualTo(program.port());
        }
    }

    @Test
    void a_server_that_was_killed_itself_comes_back_with_its_data() throws SQLException {
        RunningPostgres first = Servers.at(folder).start();
        Servers.execute(first, "create table kept as select 42 as answer");
        PostmasterFile.read(server)
                .flatMap(file -> file.living(server))
                .orElseThrow()
                .destroyForcibly();
        Waiting.until(() -> !serverLives(), SOON);

        try (RunningPostgres second = Servers.at(folder).start()) {
            assertThat(Servers.query(second, "select answer from kept")).isEqualTo("42");
        } finally {
            first.close();
        }
    }

    @Test
    void a_process_file_of_before_a_restart_of_the_machine_is_no_obstacle() throws SQLException, IOException {
        Servers.at(folder).start().close();
        Files.writeString(
                server.data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n/elsewhere\n");

        try (RunningPostgres postgres = Servers.at(folder).start()) {
            assertThat(Servers.query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void what_a_killed_initdb_left_is_cleared_away() throws IOException {
        Path left = Files.createDirectories(folder.resolve(".initialising-17-1/base"));
        Servers.at(folder).start().close();
        assertThat(left).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("data-17", "server-17");
        }
    }

    private boolean serverLives() {
        return PostmasterFile.read(server).flatMap(file -> file.living(server)).isPresent();
    }
}
