package dev.decant.postgresql;

import dev.decant.testkit.SystemPrograms;
import dev.decant.testkit.postgresql.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A pooler that lends sessions by the transaction. */
final class PgBouncer implements AutoCloseable {
    private static final int TRIES = 100;

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static PgBouncer before(TestServer server, Path folder) throws IOException, InterruptedException {
        Path program = SystemPrograms.require("pgbouncer");
        int port = freePort();
        Path users = Files.writeString(
                folder.resolve("users.txt"), "\"" + server.user() + "\" \"" + server.password() + "\"\n");
        Path settings = Files.writeString(
                folder.resolve("pgbouncer.ini"), """
                [databases]
                * = host=%s port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = plain
                auth_file = %s
                pool_mode = transaction
                default_pool_size = 5
                ignore_startup_parameters = extra_float_digits
                """.formatted(server.host(), server.port(), port, users));
        List<String> command = new ArrayList<>(List.of(program.toString(), settings.toString()));
        if ("root".equals(System.getProperty("user.name"))) {
            // It does not run as root.
            command.add(1, "nobody");
            command.add(1, "-u");
            readableByAll(folder, users, settings);
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile())
                .start();
        await(port);
        return new PgBouncer(process, port);
    }

    private static void readableByAll(Path folder, Path... files) {
        folder.toFile().setExecutable(true, false);
        for (Path file : files) {
            file.toFile().setReadable(true, false);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void await(int port) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                if (tries == TRIES) {
                    throw notYet;
                }
            }
            Thread.sleep(100);
        }
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
