package dev.decant.embedded.postgresql;

import dev.decant.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** How a server comes up and is joined; everything here happens under the folder's lock. */
record ServerLife(ServerFolder folder, boolean temporary, Consumer<Progress> progress) {
    /** Long enough for crash recovery, which is why the time is not shorter. */
    private static final Duration START = Duration.ofMinutes(3);

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final int PORTS_TO_TRY = 5;
    private static final long LARGE_LOG = 4_000_000;

    /** Takes a hold on the server that runs; empty when none does, and then nothing is in the way of a start. */
    Optional<Lease> join() {
        Optional<ServerState> state = ServerState.read(folder);
        Optional<ProcessHandle> keeper = state.flatMap(known -> known.livingKeeper(folder));
        if (keeper.isEmpty()) {
            removeOrphan();
            return Optional.empty();
        }
        return join(state.orElseThrow(), keeper.get());
    }

    private Optional<Lease> join(ServerState state, ProcessHandle keeper) {
        progress.accept(new Progress.Joining(folder.data(), state.port()));
        Waiting.until(() -> !keeper.isAlive() || Files.exists(state.lease()), STOP);
        Optional<Lease> lease = Lease.take(state.lease());
        if (lease.isPresent() && Waiting.until(() -> isReady() || !keeper.isAlive(), START) && keeper.isAlive()) {
            return lease;
        }
        lease.ifPresent(Lease::close);
        if (!Waiting.until(() -> !keeper.isAlive(), STOP)) {
            throw Failure.of(
                            "DCT-605",
                            "a server that is stopping does not come to its end (process " + keeper.pid() + ")")
                    .at(folder.data().toString())
                    .next("read " + folder.log() + ", or end that process")
                    .exception();
        }
        return Optional.empty();
    }

    private boolean isReady() {
        return PostmasterFile.read(folder)
                .filter(file -> file.ready() && file.living(folder).isPresent())
                .isPresent();
    }

    /** Stops a server whose keeper was killed, and removes the file of one that was killed itself. */
    private void removeOrphan() {
        PostmasterFile.read(folder).ifPresent(file -> {
            file.living(folder).ifPresent(this::stop);
            Folders.deleteFile(folder.data().resolve("postmaster.pid"));
        });
    }

    private void stop(ProcessHandle server) {
        Command.of("kill", "-INT", String.valueOf(server.pid())).run();
        if (!Waiting.until(() -> !server.isAlive(), STOP)) {
            throw Failure.of(
                            "DCT-605",
                            "a server that was left running cannot be stopped (process " + server.pid() + ")")
                    .at(folder.data().toString())
                    .next("end that process and try again")
                    .exception();
        }
    }

    /** Starts the server and takes the first hold on it; should its port be taken meanwhile, on another one. */
    Lease start(DataFolder data, Map<String, String> settings) {
        Optional<Integer> known = ServerState.read(folder).map(ServerState::port);
        for (int attempt = 1; attempt < PORTS_TO_TRY; attempt++) {
            int port = Ports.choose(known);
            Optional<Lease> lease = start(data, settings, port);
            if (lease.isPresent()) {
                return lease.get();
            }
            if (Ports.isFree(port)) {
                break;
            }
        }
        throw Failure.of("DCT-605", "PostgreSQL " + data.installation().version() + " did not start: " + lastWords())
                .at(folder.data().toString())
                .next("read " + folder.log())
                .exception();
    }

    private Optional<Lease> start(DataFolder data, Map<String, String> settings, int port) {
        progress.accept(new Progress.Starting(folder.data(), port));
        Folders.delete(folder.users());
        Folders.createPrivate(folder.users());
        Path pipe = Lease.create(folder.leases());
        Lease lease = Lease.take(pipe).orElseThrow();
        Process keeper = launch(pipe, command(data, settings, port));
        new ServerState(keeper.pid(), pipe, port, data.installation()).write(folder);
        Waiting.until(() -> isReady() || !keeper.isAlive(), START);
        if (isReady()) {
            return Optional.of(lease);
        }
        lease.close();
        Waiting.until(() -> !keeper.isAlive(), STOP);
        return Optional.empty();
    }

    private List<String> command(DataFolder data, Map<String, String> settings, int port) {
        List<String> server = new ArrayList<>();
        server.addAll(List.of(
                data.installation().program("postgres"), "-D", folder.data().toString()));
        server.addAll(List.of("-p", String.valueOf(port), "-c", "listen_addresses=127.0.0.1"));
        // No Unix sockets: their paths may hold 107 bytes at most, and nobody needs them.
        server.addAll(List.of("-c", "unix_socket_directories="));
        settings.forEach((name, value) -> server.addAll(List.of("-c", name + "=" + value)));
        return data.account().command(server);
    }

    // A session of its own, where the system can give one: Ctrl-C is for the tool, not for a server that others use.
    private Process launch(Path pipe, List<String> server) {
        List<String> line = new ArrayList<>();
        if (Command.found("setsid").isPresent()) {
            line.add("setsid");
        }
        String removed = temporary ? folder.home().toString() : "";
        line.addAll(List.of("sh", keeper().toString(), pipe.toString(), removed));
        line.addAll(server);
        try {
            turnLog();
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw Folders.trouble(folder.control(), e);
        }
    }

    private Path keeper() {
        try (InputStream script = ServerLife.class.getResourceAsStream("keeper.sh")) {
            byte[] text = Objects.requireNonNull(script, "keeper.sh").readAllBytes();
            Folders.writePrivate(folder.keeper(), new String(text, StandardCharsets.UTF_8));
            return folder.keeper();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void turnLog() throws IOException {
        if (Files.exists(folder.log()) && Files.size(folder.log()) > LARGE_LOG) {
            Files.move(folder.log(), folder.log().resolveSibling("log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String lastWords() {
        return new Command.Outcome(1, Folders.read(folder.log()).orElse("it wrote no log")).summary();
    }
}
