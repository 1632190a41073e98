package dev.decant.embedded.postgresql;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is remembered about the server that was last started: whoever comes later joins it, or starts it on the same
 * port.
 *
 * @param keeper the process that stays with the server
 * @param lease the named pipe that every user of the server holds open; a name is never used twice
 * @param port on 127.0.0.1
 * @param installation the programs it was started from
 */
record ServerState(long keeper, Path lease, int port, Installation installation) {
    private static final Pattern TEXT = Pattern.compile(
            "keeper (\\d+)\nlease ([^\n]+)\nport (\\d+)\nversion (\\S+)\nunpacked (\\S+)\nbin ([^\n]+)\n");

    static Optional<ServerState> read(ServerFolder folder) {
        return Folders.read(folder.state())
                .map(TEXT::matcher)
                .filter(Matcher::matches)
                .map(ServerState::of);
    }

    private static ServerState of(Matcher text) {
        Installation installation =
                new Installation(Path.of(text.group(6)), text.group(4), Boolean.parseBoolean(text.group(5)));
        return new ServerState(
                Long.parseLong(text.group(1)), Path.of(text.group(2)), Integer.parseInt(text.group(3)), installation);
    }

    void write(ServerFolder folder) {
        Folders.writePrivate(
                folder.state(),
                "keeper %d\nlease %s\nport %d\nversion %s\nunpacked %s\nbin %s\n"
                        .formatted(
                                keeper,
                                lease,
                                port,
                                installation.version(),
                                installation.unpacked(),
                                installation.bin()));
    }

    /** The keeper's process, if it still lives; after a restart of the machine its number may be another program's. */
    Optional<ProcessHandle> livingKeeper(ServerFolder folder) {
        return Processes.living(keeper, folder.keeper());
    }
}
