package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A server that says that it is of another version than it is: nobody has to keep an old one for that. */
final class OldServerTest {
    @Test
    void a_server_that_is_too_old_is_refused_by_its_version() throws Exception {
        try (TestDatabase database = TestServers.postgres("15").freshDatabase();
                ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI server = URI.create(database.url());
            Thread.ofVirtual().start(() -> letIn(door, server));
            String url = "jdbc:postgresql://localhost:" + door.getLocalPort() + server.getPath() + "?sslmode=disable";
            Properties login = new Properties();
            login.setProperty("user", database.user());
            login.setProperty("password", database.password());
            assertThatThrownBy(() -> LiveDatabase.DATABASE.open(url, login))
                    .isInstanceOf(DecantException.class)
                    .hasMessageContaining("DCT-518")
                    .hasMessageContaining("PostgreSQL 12.");
        }
    }

    private static void letIn(ServerSocket door, URI server) {
        try (Socket client = door.accept();
                Socket behind = new Socket(server.getHost(), server.getPort())) {
            Thread.ofVirtual().start(() -> pass(client, behind, UnaryOperator.identity()));
            pass(behind, client, said -> said.replace("server_version\u000015.", "server_version\u000012."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pass(Socket from, Socket to, UnaryOperator<String> words) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                String said = new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
                out.write(words.apply(said).getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException ended) {
            // One of the two has gone.
        }
    }
}
