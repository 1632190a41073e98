package dev.decant.embedded.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL does not run as root, so whoever is root must find somebody else; other users need nothing. */
class ServerAccountTest {
    @TempDir
    Path folder;

    @Test
    void an_ordinary_user_runs_the_server_and_root_has_it_run_in_a_namespace_or_by_another_user() {
        Installation installation = Servers.at(folder).installation();
        ServerAccount account = ServerAccount.choose(installation, folder);
        if (isRoot()) {
            assertThat(account).isNotInstanceOf(ServerAccount.Caller.class);
        } else {
            assertThat(account).isInstanceOf(ServerAccount.Caller.class);
        }
    }

    @Test
    void root_can_have_it_run_by_another_user() throws SQLException, IOException {
        ServerAccount nobody = ServerAccount.Other.of("nobody");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Installation installation = readableByAll();
        assumeTrue(isRoot() && nobody.canRun(installation, folder), "not root, or no setpriv");
        ServerFolder server = server();

        try (RunningPostgres postgres = RunningPostgres.of(server, start(server, installation, nobody))) {
            assertThat(Servers.query(postgres, "select 1")).isEqualTo("1");
            assertThat(Files.getOwner(postgres.data()).getName()).isEqualTo("nobody");
        }
    }

    @Test
    void data_made_by_one_account_is_handed_over_to_the_next() throws SQLException, IOException {
        ServerAccount nobody = ServerAccount.Other.of("nobody");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Installation installation = readableByAll();
        assumeTrue(isRoot() && nobody.canRun(installation, folder), "not root, or no setpriv");
        ServerFolder server = server();
        RunningPostgres.of(server, start(server, installation, nobody)).close();

        try (RunningPostgres postgres = Servers.at(folder).start()) {
            assertThat(Servers.query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_user_who_cannot_reach_the_folder_is_passed_over() {
        assumeTrue(isRoot(), "root only");
        Installation installation = Servers.at(folder).installation();

        assertThat(ServerAccount.Other.of("nobody").canRun(installation, folder))
                .isFalse();
        assertThat(ServerAccount.Other.of("no_such_user").canRun(installation, folder))
                .isFalse();
    }

    @Test
    void programs_that_no_account_can_run_are_refused_with_advice() throws IOException {
        assumeTrue(isRoot(), "root only");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.writeString(bin.resolve("postgres"), "not a program");

        assertThatThrownBy(() -> ServerAccount.choose(new Installation(bin, "17.1", false), folder))
                .hasMessageContaining("DCT-603")
                .hasMessageContaining("run decant as an ordinary user");
    }

    private ServerFolder server() throws IOException {
        ServerFolder server = new ServerFolder(folder.toRealPath(), 17);
        Folders.createPrivate(server.control());
        return server;
    }

    private static Lease start(ServerFolder server, Installation installation, ServerAccount account) {
        DataFolder data = new DataFolder(server, installation, account);
        data.prepare(true, event -> {});
        return new ServerLife(server, false, event -> {}).start(data, Map.of());
    }

    // The module's own folder may lie where another user cannot go.
    private Installation readableByAll() {
        return EmbeddedPostgres.at(folder).version("17").installation();
    }

    private static boolean isRoot() {
        return Command.of("id", "-u").run().output().equals("0");
    }
}
