package dev.decant.embedded.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path home;

    @Test
    void a_server_starts_from_nothing_and_answers() throws SQLException {
        List<Progress> told = new ArrayList<>();
        try (RunningPostgres postgres = Servers.at(home).telling(told::add).start()) {
            assertThat(Servers.query(postgres, "select version()")).startsWith("PostgreSQL 17.");
            assertThat(Servers.query(postgres, "show server_version")).isEqualTo(postgres.serverVersion());
            assertThat(Servers.query(postgres, "show server_encoding")).isEqualTo("UTF8");
            assertThat(Servers.query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Servers.query(postgres, "show unix_socket_directories")).isEmpty();
            assertThat(postgres.data()).isEqualTo(real(home).resolve("data-17"));
        }
        assertThat(told)
                .anyMatch(Progress.Initialising.class::isInstance)
                .last()
                .isInstanceOf(Progress.Starting.class);
    }

    @Test
    void closing_it_stops_it_cleanly() {
        RunningPostgres postgres = Servers.ready(home).start();
        postgres.close();

        assertThat(Servers.accepts(postgres)).isFalse();
        assertThat(postgres.data().resolve("postmaster.pid")).doesNotExist();
        assertThat(postgres.log()).content().contains("database system is shut down");
    }

    @Test
    void a_restart_keeps_the_data_the_port_and_the_password() throws SQLException {
        int port;
        String password;
        try (RunningPostgres first = Servers.ready(home).start()) {
            Servers.execute(first, "create table kept as select 42 as answer");
            port = first.port();
            password = first.password();
        }
        try (RunningPostgres second = Servers.ready(home).start()) {
            assertThat(second.port()).isEqualTo(port);
            assertThat(second.password()).isEqualTo(password);
            assertThat(Servers.query(second, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void another_port_is_taken_when_the_old_one_is_in_use() throws SQLException, IOException {
        int port;
        try (RunningPostgres first = Servers.ready(home).start()) {
            port = first.port();
        }
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                RunningPostgres second = Servers.ready(home).start()) {
            assertThat(second.port()).isNotEqualTo(other.getLocalPort());
            assertThat(Servers.query(second, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() {
        try (RunningPostgres postgres = Servers.ready(home).start()) {
            assertThatThrownBy(
                            () -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.user(), "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void the_password_and_the_data_can_be_read_by_their_owner_only() throws IOException {
        try (RunningPostgres postgres = Servers.ready(home).start()) {
            Path control = real(home).resolve("server-17");
            assertThat(permissions(postgres.data())).isEqualTo("rwx------");
            assertThat(permissions(control)).isEqualTo("rwx------");
            assertThat(permissions(control.resolve("password"))).isEqualTo("rw-------");
            assertThat(control.resolve("password")).hasContent(postgres.password());
        }
    }

    @Test
    void a_lost_password_is_replaced_and_the_data_stays() throws SQLException, IOException {
        String lost;
        try (RunningPostgres first = Servers.ready(home).start()) {
            Servers.execute(first, "create table kept as select 42 as answer");
            lost = first.password();
        }
        Files.delete(real(home).resolve("server-17/password"));
        try (RunningPostgres second = Servers.ready(home).start()) {
            assertThat(second.password()).isNotEqualTo(lost);
            assertThat(Servers.query(second, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void a_database_is_created_when_it_is_missing() throws SQLException {
        try (RunningPostgres postgres = Servers.ready(home).start()) {
            postgres.createDatabase("Open \"Data\" / 1");
            postgres.createDatabase("Open \"Data\" / 1");
            try (var connection = DriverManager.getConnection(
                    postgres.jdbcUrl("Open \"Data\" / 1"), postgres.user(), postgres.password())) {
                assertThat(connection.getCatalog()).isEqualTo("Open \"Data\" / 1");
            }
        }
    }

    @Test
    void a_temporary_home_is_gone_when_the_server_has_stopped() {
        Path folder = home.resolve("temporary");
        try (RunningPostgres postgres = Servers.ready(folder).temporary().start()) {
            assertThat(postgres.data()).isDirectory();
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void a_setting_that_postgresql_does_not_know_is_reported_in_its_own_words() {
        assertThatThrownBy(
                        () -> Servers.ready(home).setting("no_such_thing", "1").start())
                .isInstanceOf(DecantException.class)
                .hasMessageContaining("DCT-605")
                .hasMessageContaining("unrecognized configuration parameter \"no_such_thing\"");
        Servers.ready(home).start().close();
    }

    @Test
    void a_folder_that_holds_something_else_is_not_touched() throws IOException {
        Path data = Files.createDirectories(home.resolve("data-17"));
        Files.writeString(data.resolve("letter.txt"), "dear reader");

        assertThatThrownBy(() -> Servers.at(home).start()).hasMessageContaining("DCT-607");
        assertThat(data.resolve("letter.txt")).hasContent("dear reader");
    }

    @Test
    void a_version_that_is_not_there_is_named_with_those_that_are() {
        assertThatThrownBy(() -> Servers.at(home).version("9").start())
                .hasMessageContaining("DCT-602")
                .hasMessageContaining("no binaries of PostgreSQL 9; there are: 17.");
        assertThatThrownBy(() -> Servers.at(home).version("newest")).hasMessageContaining("DCT-602");
    }

    @Test
    void a_folder_without_programs_is_not_an_installation() {
        assertThatThrownBy(() -> EmbeddedPostgres.at(home).using(home).start())
                .hasMessageContaining("DCT-602")
                .hasMessageContaining("no program named postgres");
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
